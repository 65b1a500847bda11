package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import java.util.List;
import java.util.Map;

/**
 * A pod that names its node itself gets the labels of that node's zone and region, as one that the
 * scheduler binds does.
 */
final class PodTopologyLabels implements AdmissionPlugin {

  private static final GroupKind POD = GroupKind.of("", "Pod");
  private static final GroupKind NODE = GroupKind.of("", "Node");
  private static final int SINCE = 35;

  private static final List<String> LABELS =
      List.of("topology.kubernetes.io/zone", "topology.kubernetes.io/region");

  @Override
  public PluginName name() {
    return PluginName.POD_TOPOLOGY_LABELS;
  }

  @Override
  public boolean handles(AdmissionRequest request) {
    return request.isCreate()
        && request.isFor(POD)
        && request.request().isSince(SINCE)
        && !request.object().at("spec", "nodeName").text().isEmpty();
  }

  @Override
  public Mapping admit(AdmissionRequest request, Objections objections) {
    Map<String, String> node = request
        .facts()
        .find(NODE, "", request.object().at("spec", "nodeName").text())
        .map(Resource::labels)
        .orElse(Map.of());
    Mapping pod = request.object();
    for (String label : LABELS) {
      String value = node.get(label);
      pod =
          value == null ? pod : pod.withAt(List.of("metadata", "labels", label), Scalar.of(value));
    }
    return pod;
  }
}
