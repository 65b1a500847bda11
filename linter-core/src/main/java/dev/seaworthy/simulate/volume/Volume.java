package dev.seaworthy.simulate.volume;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.NodeAffinityTerms;
import java.util.Map;
import java.util.Set;

/** A PersistentVolume, as those read it who look for one. */
public record Volume(Resource resource) {

  public static final String BOUND = "Bound";
  public static final String AVAILABLE = "Available";
  public static final String RELEASED = "Released";

  public String name() {
    return resource.name();
  }

  public String className() {
    return StorageClass.nameOf(resource);
  }

  /** In bytes. */
  public long capacity() {
    return Claim.storage(resource.at("spec", "capacity"));
  }

  Set<String> accessModes() {
    return Claim.texts(resource.at("spec", "accessModes"));
  }

  /** Empty if it names none. */
  String attributesClass() {
    return resource.at("spec", "volumeAttributesClassName").text();
  }

  String mode() {
    return resource.at("spec", "volumeMode").stringOr("Filesystem");
  }

  public String phase() {
    return resource.at("status", "phase").text();
  }

  /** The claim that has it or that it is kept for; absent if it is free. */
  public Node claimRef() {
    return resource.at("spec", "claimRef");
  }

  /** Whether it has {@code claim}, or is kept for one of that name. */
  public boolean isFor(Claim claim) {
    String uid = claimRef().get("uid").text();
    return claimRef().get("name").text().equals(claim.name())
        && claimRef().get("namespace").text().equals(claim.namespace())
        && (uid.isEmpty() || uid.equals(claim.uid()));
  }

  /** Whether it can be reached from a node of these labels. */
  public boolean isReachableFrom(Map<String, String> nodeLabels) {
    return resource
        .as(NodeAffinityTerms.class, volume -> NodeAffinityTerms.ofVolume(volume.at("spec")))
        .allows("", nodeLabels);
  }

  /** The driver that attaches it; empty for a volume that no driver attaches. */
  public String driver() {
    return resource.at("spec", "csi", "driver").text();
  }

  /** Whether pods on several nodes can have it at the same time. */
  public boolean isForManyNodes() {
    return accessModes().contains("ReadWriteMany") || accessModes().contains("ReadOnlyMany");
  }

  /** Whether it goes when its claim does. */
  public boolean goesWithItsClaim() {
    return resource.at("spec", "persistentVolumeReclaimPolicy").text().equals("Delete");
  }

  public boolean isBeingDeleted() {
    return Meta.isBeingDeleted(resource);
  }
}
