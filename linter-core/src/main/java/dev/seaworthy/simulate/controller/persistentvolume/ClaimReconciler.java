package dev.seaworthy.simulate.controller.persistentvolume;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.ControlPlaneTimings;
import dev.seaworthy.simulate.controller.ReconcileResult;
import dev.seaworthy.simulate.controller.Reconciler;
import dev.seaworthy.simulate.controller.Watches;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.volume.Binding;
import dev.seaworthy.simulate.volume.Claim;
import dev.seaworthy.simulate.volume.RequestedVolume;
import dev.seaworthy.simulate.volume.StorageClass;
import dev.seaworthy.simulate.volume.Volume;
import dev.seaworthy.simulate.volume.Volumes;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a volume for each claim, or asks for one to be made. A claim that changed is looked at at
 * once; one that waits is looked at again only from time to time, if something came that may help.
 */
public final class ClaimReconciler implements Reconciler {

  /** A binding takes four writes, one after the other. */
  private static final Duration WRITES = Duration.ofMillis(10);

  /** Of events about one object a component sends no more than these in a row. */
  private static final int MOST_EVENTS = 25;

  private final VirtualClock clock;
  private final Duration period;
  private final Map<ObjectKey, String> seen = new HashMap<>();
  private final Map<ObjectKey, Instant> found = new HashMap<>();
  private final Map<ObjectKey, Integer> told = new HashMap<>();

  /** Looks again at claims that wait as often as usual. */
  public ClaimReconciler(VirtualClock clock) {
    this(clock, ControlPlaneTimings.REAL.claimPeriod());
  }

  private ClaimReconciler(VirtualClock clock, Duration period) {
    this.clock = clock;
    this.period = period;
  }

  @Override
  public Reconciler tuned(ControlPlaneTimings timings) {
    return new ClaimReconciler(clock, timings.claimPeriod());
  }

  @Override
  public String name() {
    return "persistentvolume-binder";
  }

  @Override
  public Watches watches() {
    return Watches.of(Kinds.PERSISTENT_VOLUME_CLAIM)
        .and(Kinds.PERSISTENT_VOLUME, (change, view) -> holder(change))
        .and(Kinds.PERSISTENT_VOLUME, ClaimReconciler::waitingForVolume)
        .and(Kinds.STORAGE_CLASS, ClaimReconciler::waiting);
  }

  /** The claim that a volume is kept for. */
  private static Stream<ObjectKey> holder(Change change) {
    Node reference = new Volume(change.latest()).claimRef();
    return reference.isAbsent()
        ? Stream.empty()
        : Stream.of(new ObjectKey(
            Kinds.PERSISTENT_VOLUME_CLAIM,
            reference.get("namespace").text(),
            reference.get("name").text()));
  }

  /** A volume can be had only when that was written on it. */
  private static Stream<ObjectKey> waitingForVolume(Change change, ClusterView view) {
    boolean isToBeHad = new Volume(change.latest()).phase().equals(Volume.AVAILABLE);
    return isToBeHad ? waiting(change, view) : Stream.empty();
  }

  private static Stream<ObjectKey> waiting(Change change, ClusterView view) {
    return change.isRemoval()
        ? Stream.empty()
        : view.list(Kinds.PERSISTENT_VOLUME_CLAIM).stream()
            .filter(claim -> !new Claim(claim).isBound())
            .map(ObjectKey::of);
  }

  @Override
  public ReconcileResult reconcile(ObjectKey key, ClusterView view, ApiClient api) {
    Optional<Claim> claim =
        view.get(key).map(Claim::new).filter(stored -> !stored.isBeingDeleted());
    if (claim.isEmpty() || claim.get().isBound()) {
      seen.remove(key);
      found.remove(key);
      told.remove(key);
      return claim.map(bound -> keep(bound, new Volumes(view), api)).orElse(ReconcileResult.done());
    }
    return serve(key, claim.get(), view, api);
  }

  private ReconcileResult serve(ObjectKey key, Claim claim, ClusterView view, ApiClient api) {
    Volumes volumes = new Volumes(view);
    Optional<Volume> match =
        claim.volumeName().isEmpty() ? volumes.match(claim) : named(claim, volumes, api);
    Duration wait = wait(claim, key, match);
    if (!wait.isZero()) {
      return ReconcileResult.after(wait);
    }
    if (match.isPresent()) {
      return bind(key, claim, match.get(), api);
    }
    found.remove(key);
    Optional<StorageClass> late = lateClass(claim, volumes);
    if (late.isPresent()) {
      return assign(claim, late.get(), api);
    }
    boolean succeeded = !claim.volumeName().isEmpty()
        || new VolumeRequest(claim, volumes, view, api).make(!seen.containsKey(key));
    view.get(key).ifPresent(now -> seen.put(key, version(now)));
    return succeeded ? again(key) : ReconcileResult.failure();
  }

  /** A claim that was there before a class became the default one gets that when no volume fits. */
  private static Optional<StorageClass> lateClass(Claim claim, Volumes volumes) {
    boolean isOpen = claim.volumeName().isEmpty() && claim.leavesClassOpen();
    return isOpen ? volumes.defaultClass() : Optional.empty();
  }

  private static ReconcileResult assign(Claim claim, StorageClass storageClass, ApiClient api) {
    Resource classed =
        claim.resource().with("spec.storageClassName", Scalar.of(storageClass.name()));
    return api.update(classed).accepted() ? ReconcileResult.done() : ReconcileResult.failure();
  }

  /** It says with each look at all claims what a claim waits for, as long as anybody hears it. */
  private ReconcileResult again(ObjectKey key) {
    return told.merge(key, 1, Integer::sum) < MOST_EVENTS
        ? ReconcileResult.after(untilNextLook())
        : ReconcileResult.done();
  }

  private ReconcileResult bind(ObjectKey key, Claim claim, Volume volume, ApiClient api) {
    Instant done = found.computeIfAbsent(key, unknown -> clock.now()).plus(WRITES);
    if (done.isAfter(clock.now())) {
      return ReconcileResult.after(Duration.between(clock.now(), done));
    }
    found.remove(key);
    return Binding.complete(claim, volume, api)
        ? ReconcileResult.done()
        : ReconcileResult.failure();
  }

  private static String version(Resource object) {
    return object.at("metadata", "resourceVersion").text();
  }

  /** How long until it is looked at: not at all if it is new, changed, or a volume is kept for it. */
  private Duration wait(Claim claim, ObjectKey key, Optional<Volume> match) {
    boolean isNews = !version(claim.resource()).equals(seen.get(key)) || found.containsKey(key);
    if (isNews || match.filter(volume -> volume.isFor(claim)).isPresent()) {
      return Duration.ZERO;
    }
    // A look that was planned for the full period comes a moment late.
    return sinceLastLook().toMillis() <= 2 ? Duration.ZERO : untilNextLook();
  }

  private Duration sinceLastLook() {
    long passed = Duration.between(VirtualClock.EPOCH, clock.now()).toMillis();
    return Duration.ofMillis(passed % period.toMillis());
  }

  private Duration untilNextLook() {
    return period.minus(sinceLastLook());
  }

  /** A claim whose volume is gone has lost what was on it. */
  private static ReconcileResult keep(Claim claim, Volumes volumes, ApiClient api) {
    Optional<Volume> volume = volumes.volume(claim.volumeName());
    if (volume.isEmpty() && !claim.phase().equals("Lost")) {
      api.events()
          .warning(
              claim.resource(),
              "ClaimLost",
              "Bound claim has lost its PersistentVolume. Data on the volume is lost!");
      api.updateStatus(claim.resource().with("status.phase", Scalar.of("Lost")));
    }
    boolean isToBeCompleted =
        volume.filter(it -> it.isFor(claim)).isPresent() && !claim.phase().equals(Volume.BOUND);
    return isToBeCompleted && !Binding.complete(claim, volume.get(), api)
        ? ReconcileResult.failure()
        : ReconcileResult.done();
  }

  /**
   * The volume that a claim asks for by name, if it is there, free and as the claim wants it. Of one
   * that names the claim, too, nobody asks what it has.
   */
  private static Optional<Volume> named(Claim claim, Volumes volumes, ApiClient api) {
    Optional<Volume> volume = volumes.volume(claim.volumeName());
    Optional<String> objection = volume
        .filter(it -> it.claimRef().isAbsent())
        .flatMap(it -> RequestedVolume.objection(claim, it));
    objection.ifPresent(why -> api.events()
        .warning(
            claim.resource(),
            "VolumeMismatch",
            "Cannot bind to requested volume \"%s\": %s".formatted(claim.volumeName(), why)));
    return volume
        .filter(it -> it.claimRef().isAbsent() || it.isFor(claim))
        .filter(it -> objection.isEmpty());
  }
}
