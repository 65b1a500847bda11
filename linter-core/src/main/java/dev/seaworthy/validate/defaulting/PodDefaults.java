package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Request;
import java.util.function.UnaryOperator;

/**
 * What a Pod gets and a template does not: a pod's containers ask for what they are limited to, and
 * take the node's ports on its network. Mirrors SetDefaults_Pod.
 */
final class PodDefaults implements TypeDefaults {

  @Override
  public String type() {
    return "core/v1.Pod";
  }

  @Override
  public Mapping apply(Mapping pod, Request request) {
    if (!(pod.get("spec") instanceof Mapping spec)) {
      return pod;
    }
    Mapping filled = spec;
    if (filled.get("enableServiceLinks").isAbsent()) {
      filled = filled.with("enableServiceLinks", Scalar.of(true));
    }
    filled = each(filled, "containers", PodDefaults::requestsFromLimits);
    filled = each(filled, "initContainers", PodDefaults::requestsFromLimits);
    if (filled.get("hostNetwork").isTrue()) {
      filled = each(filled, "containers", PodDefaults::hostPorts);
      filled = each(filled, "initContainers", PodDefaults::hostPorts);
    }
    if (request.isSince(34) && !request.isSince(PodResourceDefaults.PREPARED_SINCE)) {
      filled = PodResourceDefaults.of(filled);
    }
    return pod.with("spec", filled);
  }

  private static Mapping each(Mapping holder, String list, UnaryOperator<Mapping> change) {
    if (!(holder.get(list) instanceof Sequence items)) {
      return holder;
    }
    return holder.with(list, Items.changed(items, change));
  }

  private static Mapping requestsFromLimits(Mapping container) {
    if (!(container.get("resources") instanceof Mapping resources)
        || !(resources.get("limits") instanceof Mapping limits)) {
      return container;
    }
    Mapping requests = resources.get("requests") instanceof Mapping given ? given : Mapping.EMPTY;
    for (Mapping.Entry limit : limits.entries()) {
      if (requests.find(limit.key()) == null) {
        requests = requests.with(limit.key(), limit.value());
      }
    }
    return requests.size() == 0
        ? container
        : container.with("resources", resources.with("requests", requests));
  }

  private static Mapping hostPorts(Mapping container) {
    return each(container, "ports", port -> {
      Node number = port.get("containerPort");
      return port.get("hostPort").longOr(0) == 0 && number.isPresent()
          ? port.with("hostPort", number)
          : port;
    });
  }
}
