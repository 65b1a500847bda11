package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.check.core.pod.PodResources;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The requests and limits of a pod as a whole, from those of its containers. */
final class PodResourceDefaults {

  /** From here on they are filled in last, when plug-ins have had their turn, and limits too. */
  static final int PREPARED_SINCE = 37;

  private static final String HUGE_PAGES = "hugepages-";

  private PodResourceDefaults() {}

  /** {@code spec} with what its own resources lack; they must have something at all. */
  static Mapping of(Mapping spec) {
    if (!(spec.get("resources") instanceof Mapping resources) || isEmpty(resources)) {
      return spec;
    }
    Mapping limits = hugePageLimits(mapping(resources.get("limits")), Mapping.EMPTY, spec);
    return with(
        resources, requests(mapping(resources.get("requests")), limits, spec), limits, spec);
  }

  /** The same as {@code DefaultPodLevelResources} does it since {@value #PREPARED_SINCE}. */
  static Mapping prepared(Mapping spec) {
    if (!(spec.get("resources") instanceof Mapping resources) || isEmpty(resources)) {
      return spec;
    }
    Mapping asked = mapping(resources.get("requests"));
    Mapping limits = hugePageLimits(mapping(resources.get("limits")), asked, spec);
    Mapping requests = requests(asked, limits, spec);
    return with(resources, requests, limits(limits, requests, spec), spec);
  }

  private static boolean isEmpty(Mapping resources) {
    return resources.get("limits").size() == 0 && resources.get("requests").size() == 0;
  }

  private static Mapping with(Mapping resources, Mapping requests, Mapping limits, Mapping spec) {
    Mapping filled = limits.size() == 0 ? resources : resources.with("limits", limits);
    return spec.with(
        "resources", requests.size() == 0 ? filled : filled.with("requests", requests));
  }

  /** Where all containers have a limit: theirs together, or what the pod asks for if that is more. */
  private static Mapping limits(Mapping limits, Mapping requests, Mapping spec) {
    Map<String, String> sums = PodResources.texts(spec, "limits");
    Mapping filled = limits;
    for (Mapping.Entry request : requests.entries()) {
      String name = request.key();
      String sum = sums.get(name);
      if (sum != null && isOfPods(name) && limits.find(name) == null && allLimit(name, spec)) {
        Scalar all = Scalar.of(sum);
        filled = filled.with(name, isMore(request.value(), all) ? request.value() : all);
      }
    }
    return filled;
  }

  private static boolean allLimit(String name, Mapping spec) {
    return Stream.of("containers", "initContainers")
        .flatMap(list -> spec.get(list).items().stream())
        .allMatch(container -> container.at("resources", "limits", name).isPresent());
  }

  private static boolean isMore(Node one, Node other) {
    Optional<Quantity> bound = Quantity.of(other);
    return bound.isPresent()
        && Quantity.of(one).filter(each -> each.compareTo(bound.get()) > 0).isPresent();
  }

  private static boolean isOfPods(String name) {
    return isOvercommitted(name) || name.startsWith(HUGE_PAGES);
  }

  private static boolean isOvercommitted(String name) {
    return name.equals("cpu") || name.equals("memory");
  }

  private static Mapping mapping(Node node) {
    return node instanceof Mapping mapping ? mapping : Mapping.EMPTY;
  }

  private static Mapping hugePageLimits(Mapping limits, Mapping asked, Mapping spec) {
    Mapping filled = limits;
    for (Map.Entry<String, String> sum : PodResources.texts(spec, "limits").entrySet()) {
      boolean isOpen = filled.find(sum.getKey()) == null && asked.find(sum.getKey()) == null;
      if (sum.getKey().startsWith(HUGE_PAGES) && isOpen) {
        filled = filled.with(sum.getKey(), Scalar.of(sum.getValue()));
      }
    }
    return filled;
  }

  /** What the containers ask for together, and where they ask for nothing, the limit. */
  private static Mapping requests(Mapping requests, Mapping limits, Mapping spec) {
    Mapping filled = requests;
    for (Map.Entry<String, String> sum : PodResources.texts(spec, "requests").entrySet()) {
      String name = sum.getKey();
      if (isOvercommitted(name) && filled.find(name) == null) {
        filled = filled.with(name, Scalar.of(sum.getValue()));
      }
    }
    for (Mapping.Entry limit : limits.entries()) {
      String name = limit.key();
      if (isOfPods(name) && filled.find(name) == null) {
        filled = filled.with(name, limit.value());
      }
    }
    return filled;
  }
}
