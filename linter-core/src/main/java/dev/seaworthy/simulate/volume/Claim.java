package dev.seaworthy.simulate.volume;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.ObjectView;
import java.util.HashSet;
import java.util.Set;

/** A PersistentVolumeClaim, as those read it who look for a volume. */
public record Claim(Resource resource) implements ObjectView {

  /** Says that claim and volume know each other: nothing is left to be done. */
  public static final String BIND_COMPLETED = "pv.kubernetes.io/bind-completed";

  /** Says that a controller chose the volume, not the person who wrote the claim. */
  public static final String BOUND_BY_CONTROLLER = "pv.kubernetes.io/bound-by-controller";

  /** The node for whose pod the volume is to be made. */
  public static final String SELECTED_NODE = "volume.kubernetes.io/selected-node";

  /** Who is to make the volume. */
  public static final String PROVISIONER = "volume.kubernetes.io/storage-provisioner";

  public static final String ONE_POD = "ReadWriteOncePod";

  static long storage(Node amounts) {
    return Quantity.of(amounts.get("storage")).map(Quantity::longValue).orElse(0L);
  }

  static Set<String> texts(Node list) {
    Set<String> texts = new HashSet<>();
    list.items().forEach(item -> texts.add(item.text()));
    return texts;
  }

  public String className() {
    return StorageClass.nameOf(resource);
  }

  /** Whether it says nothing of a class; an empty name says that it wants none. */
  public boolean leavesClassOpen() {
    return className().isEmpty() && resource.at("spec", "storageClassName").isAbsent();
  }

  /** In bytes. */
  public long request() {
    return storage(resource.at("spec", "resources", "requests"));
  }

  public Set<String> accessModes() {
    return texts(resource.at("spec", "accessModes"));
  }

  /** Empty if it names none. */
  String attributesClass() {
    return resource.at("spec", "volumeAttributesClassName").text();
  }

  String mode() {
    return resource.at("spec", "volumeMode").stringOr("Filesystem");
  }

  boolean selects(Volume volume) {
    Node selector = resource.at("spec", "selector");
    return selector.isAbsent()
        || LabelSelector.of(selector).matches(volume.resource().labels());
  }

  /** The volume that it has or asks for by name; empty if it takes any. */
  public String volumeName() {
    return resource.at("spec", "volumeName").text();
  }

  /** Whether it has its volume. */
  public boolean isBound() {
    return !volumeName().isEmpty() && resource.annotations().containsKey(BIND_COMPLETED);
  }

  public String phase() {
    return resource.at("status", "phase").text();
  }

  /** Empty if no node was chosen. */
  public String selectedNode() {
    return resource.annotations().getOrDefault(SELECTED_NODE, "");
  }

  public boolean isBeingDeleted() {
    return Meta.isBeingDeleted(resource);
  }
}
