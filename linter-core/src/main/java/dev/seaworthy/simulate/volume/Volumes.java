package dev.seaworthy.simulate.volume;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The claims, volumes and classes of a cluster, with a number that tells whether any has changed. */
public final class Volumes implements Watch {

  private static final Set<GroupKind> KINDS = Set.of(
      Kinds.PERSISTENT_VOLUME_CLAIM, Kinds.PERSISTENT_VOLUME, Kinds.STORAGE_CLASS, Kinds.CSI_NODE);

  private final ClusterView view;
  private long version;

  /** Of {@code view}; to be told of every commit. */
  public Volumes(ClusterView view) {
    this.view = view;
  }

  @Override
  public void onChange(Change change) {
    if (KINDS.contains(change.key().kind())) {
      version++;
    }
  }

  /** Grows with each change of a claim, a volume or a class. */
  public long version() {
    return version;
  }

  public Optional<Claim> claim(String namespace, String name) {
    return view.get(Kinds.PERSISTENT_VOLUME_CLAIM, namespace, name).map(Claim::new);
  }

  public Optional<Volume> volume(String name) {
    return view.get(Kinds.PERSISTENT_VOLUME, "", name).map(Volume::new);
  }

  public Optional<StorageClass> storageClass(String name) {
    return view.get(Kinds.STORAGE_CLASS, "", name).map(StorageClass::new);
  }

  /** How many volumes of {@code driver} a node can have; empty if it does not say. */
  public Optional<Long> limit(String node, String driver) {
    return view.get(Kinds.CSI_NODE, "", node).stream()
        .flatMap(csiNode -> csiNode.at("spec", "drivers").items().stream())
        .filter(item -> item.get("name").text().equals(driver))
        .flatMap(item -> item.at("allocatable", "count").asLong().stream())
        .findFirst();
  }

  /** Whether {@code claim} gets its volume only with a node, and no node was chosen yet. */
  public boolean isDelayed(Claim claim) {
    return claim.selectedNode().isEmpty()
        && storageClass(claim.className()).map(StorageClass::waitsForConsumer).orElse(false);
  }

  /** The volume for {@code claim} that is to be bound at once; empty if there is none. */
  public Optional<Volume> match(Claim claim) {
    return new VolumeMatch(claim, Optional.empty(), isDelayed(claim), Set.of()).among(all());
  }

  /** The volume for {@code claim} that a node of these labels can reach, but none of {@code taken}. */
  Optional<Volume> matchOn(Map<String, String> nodeLabels, Claim claim, Set<String> taken) {
    return new VolumeMatch(claim, Optional.of(nodeLabels), true, taken).among(all());
  }

  private List<Volume> all() {
    return view.list(Kinds.PERSISTENT_VOLUME).stream().map(Volume::new).toList();
  }
}
