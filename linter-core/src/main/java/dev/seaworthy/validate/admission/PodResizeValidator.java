package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.admission.quota.PodDemands;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A pod does not grow beyond what its node could give it if it were alone there. Older servers let such
 * a resize pass, and the node says that it is infeasible.
 */
final class PodResizeValidator implements AdmissionPlugin {

  private static final int SINCE = 36;

  private static final GroupKind NODE = GroupKind.of("", "Node");
  private static final FieldPath CONTAINERS = FieldPath.of("spec", "containers");

  @Override
  public PluginName name() {
    return PluginName.POD_RESIZE_VALIDATOR;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return request.isResize()
        && request.request().isSince(SINCE)
        && !request.spec().get("nodeName").text().isEmpty();
  }

  @Override
  public void validate(AdmissionRequest request, Objections objections) {
    String name = request.spec().get("nodeName").text();
    Optional<Resource> node = request.facts().find(NODE, "", name);
    if (node.isEmpty()) {
      objections.forbid(name(), FieldPath.of("spec", "nodeName"), "names no node: " + name);
      return;
    }
    Map<String, BigDecimal> asked = PodDemands.withOverhead(request.spec(), "requests");
    String excess = Stream.of("cpu", "memory")
        .flatMap(resource -> excess(resource, asked, node.get()).stream())
        .collect(Collectors.joining("; "));
    if (!excess.isEmpty()) {
      objections.forbid(name(), CONTAINERS, excess);
    }
  }

  private static Optional<String> excess(
      String resource, Map<String, BigDecimal> asked, Resource node) {
    BigDecimal wanted = asked.getOrDefault(resource, BigDecimal.ZERO);
    Quantity offered =
        Quantity.of(node.at("status", "allocatable", resource)).orElse(Quantity.ZERO);
    return wanted.compareTo(offered.value()) > 0
        ? Optional.of("ask for %s of %s, the node %s has %s"
            .formatted(ResourceQuota.text(wanted), resource, node.name(), offered.canonical()))
        : Optional.empty();
  }
}
