package dev.seaworthy.simulate.volume;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.Watch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The claims, volumes and classes of a cluster, with a number that tells whether any has changed. */
public final class Volumes implements Watch {

  private static final Set<GroupKind> KINDS = Set.of(
      Kinds.PERSISTENT_VOLUME_CLAIM, Kinds.PERSISTENT_VOLUME, Kinds.STORAGE_CLASS, Kinds.CSI_NODE);

  private final ClusterView view;
  private long version;
  private @Nullable Known known;

  /**
   * The volumes as they were at one moment, sorted by who can have them.
   *
   * @param free those that are kept for nobody
   * @param kept the others by namespace and name of their claims
   */
  private record Known(long version, List<Volume> free, Map<String, List<Volume>> kept) {

    static Known of(long version, List<Resource> volumes) {
      List<Volume> free = new ArrayList<>();
      Map<String, List<Volume>> kept = new HashMap<>();
      for (Resource resource : volumes) {
        Volume volume = new Volume(resource);
        Node claim = volume.claimRef();
        if (claim.isAbsent()) {
          free.add(volume);
        } else {
          String key = claim.get("namespace").text() + "/" + claim.get("name").text();
          kept.computeIfAbsent(key, none -> new ArrayList<>()).add(volume);
        }
      }
      return new Known(version, free, kept);
    }

    List<Volume> candidates(Claim claim) {
      List<Volume> own = kept.getOrDefault(claim.namespace() + "/" + claim.name(), List.of());
      if (own.isEmpty()) {
        return free;
      }
      List<Volume> candidates = new ArrayList<>(own);
      candidates.addAll(free);
      return candidates;
    }
  }

  /** Of {@code view}; to be told of every commit, if it is to be asked for longer than a moment. */
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

  /** The class that claims get that name none: of several the newest, of those the first by name. */
  public Optional<StorageClass> defaultClass() {
    return view.list(Kinds.STORAGE_CLASS).stream()
        .map(StorageClass::new)
        .filter(StorageClass::isDefault)
        .min(Comparator.comparing((StorageClass one) -> created(one))
            .reversed()
            .thenComparing(StorageClass::name));
  }

  private static String created(StorageClass storageClass) {
    return storageClass.resource().at("metadata", "creationTimestamp").text();
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
    return new VolumeMatch(claim, Optional.empty(), isDelayed(claim), Set.of())
        .among(candidates(claim));
  }

  /** The volume for {@code claim} that a node of these labels can reach, but none of {@code taken}. */
  Optional<Volume> matchOn(Map<String, String> nodeLabels, Claim claim, Set<String> taken) {
    return new VolumeMatch(claim, Optional.of(nodeLabels), true, taken).among(candidates(claim));
  }

  /** Sorted once for all that ask before something changes. */
  private List<Volume> candidates(Claim claim) {
    Known sorted = known;
    if (sorted == null || sorted.version() != version) {
      sorted = Known.of(version, view.list(Kinds.PERSISTENT_VOLUME));
      known = sorted;
    }
    return sorted.candidates(claim);
  }
}
