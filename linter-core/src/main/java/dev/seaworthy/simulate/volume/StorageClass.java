package dev.seaworthy.simulate.volume;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Map;

/** A StorageClass, as those read it who bind claims. */
public record StorageClass(Resource resource) {

  /** Makes no volumes: there are only those that somebody wrote. */
  private static final String NO_PROVISIONER = "kubernetes.io/no-provisioner";

  private static final String OLD_NAME = "volume.beta.kubernetes.io/storage-class";

  /** The class that a claim or a volume names; empty if it names none. */
  static String nameOf(Resource claimOrVolume) {
    String old = claimOrVolume.annotations().get(OLD_NAME);
    return old == null ? claimOrVolume.at("spec", "storageClassName").text() : old;
  }

  public String provisioner() {
    return resource.at("provisioner").text();
  }

  /** Whether volumes are made when there is none that fits. */
  public boolean provisions() {
    return !provisioner().isEmpty() && !provisioner().equals(NO_PROVISIONER);
  }

  /** Whether a claim gets its volume only when a pod that uses it has a node. */
  public boolean waitsForConsumer() {
    return resource.at("volumeBindingMode").text().equals("WaitForFirstConsumer");
  }

  public String reclaimPolicy() {
    return resource.at("reclaimPolicy").stringOr("Delete");
  }

  /** Where volumes can be made; empty for everywhere. */
  public List<Node> allowedTopologies() {
    return resource.at("allowedTopologies").items();
  }

  /** Whether a volume can be made for a node of these labels. */
  public boolean reaches(Map<String, String> nodeLabels) {
    return allowedTopologies().isEmpty()
        || allowedTopologies().stream().anyMatch(term -> matches(term, nodeLabels));
  }

  private static boolean matches(Node term, Map<String, String> labels) {
    return term.get("matchLabelExpressions").items().stream()
        .allMatch(expression -> expression.get("values").items().stream()
            .anyMatch(
                value -> value.text().equals(labels.get(expression.get("key").text()))));
  }
}
