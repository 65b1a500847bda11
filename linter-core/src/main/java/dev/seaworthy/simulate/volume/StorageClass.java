package dev.seaworthy.simulate.volume;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Map;

/** A StorageClass, as those read it who bind claims. */
public record StorageClass(Resource resource) {

  /** Makes no volumes: there are only those that somebody wrote. */
  private static final String NO_PROVISIONER = "kubernetes.io/no-provisioner";

  /** Whose work drivers do now, as volumes of the old kinds are migrated. */
  private static final Map<String, String> SUCCESSORS = Map.of(
      "kubernetes.io/aws-ebs", "ebs.csi.aws.com",
      "kubernetes.io/azure-disk", "disk.csi.azure.com",
      "kubernetes.io/azure-file", "file.csi.azure.com",
      "kubernetes.io/cinder", "cinder.csi.openstack.org",
      "kubernetes.io/gce-pd", "pd.csi.storage.gke.io",
      "kubernetes.io/portworx-volume", "pxd.portworx.com",
      "kubernetes.io/vsphere-volume", "csi.vsphere.vmware.com");

  /** What marks the class that claims get that name none. */
  public static final String IS_DEFAULT = "storageclass.kubernetes.io/is-default-class";

  private static final String OLD_NAME = "volume.beta.kubernetes.io/storage-class";

  /** The class that a claim or a volume names; empty if it names none. */
  public static String nameOf(Resource claimOrVolume) {
    String old = claimOrVolume.annotations().get(OLD_NAME);
    return old == null ? claimOrVolume.at("spec", "storageClassName").text() : old;
  }

  public String name() {
    return resource.name();
  }

  /** Whether claims get it that name none. */
  public boolean isDefault() {
    return "true".equals(resource.annotations().get(IS_DEFAULT));
  }

  public String provisioner() {
    return resource.at("provisioner").text();
  }

  /**
   * The driver that makes and attaches the volumes: of a provisioner that once was part of Kubernetes
   * its successor, empty for one that is no CSI driver.
   */
  public String driver() {
    String name = provisioner();
    return name.contains("/") ? SUCCESSORS.getOrDefault(name, "") : name;
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
