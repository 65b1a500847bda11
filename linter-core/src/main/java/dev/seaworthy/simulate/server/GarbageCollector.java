package dev.seaworthy.simulate.server;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.clock.EventQueue;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.ObjectStore;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows owner references: what has lost all its owners is deleted, what an owner waits for is
 * deleted first, and what is to be orphaned loses its reference.
 */
public final class GarbageCollector {

  public static final String NAME = "garbage-collector";

  private static final Duration LOOK_UP = Duration.ofMillis(20);

  private final ClusterView view;
  private final ApiClient api;
  private final EventQueue queue;

  /** Owners that are about to be looked at because something that they owned is gone, by UID. */
  private final Set<String> awaited = new HashSet<>();

  private GarbageCollector(ClusterView view, ApiClient api, EventQueue queue) {
    this.view = view;
    this.api = api;
    this.queue = queue;
  }

  public static void start(ObjectStore store, ApiClient api, EventQueue queue) {
    GarbageCollector collector = new GarbageCollector(store.view(), api, queue);
    store.watchAll(collector::onChange);
  }

  private void onChange(Change change) {
    Resource object = change.latest();
    if (change.isRemoval()) {
      view.ownedBy(Meta.uid(object)).forEach(this::judge);
      owners(object).forEach(owner -> stored(owner, object).ifPresent(this::lookAgain));
      return;
    }
    if (change.isCreation()) {
      judgeNew(object);
    } else {
      ownersChanged(change.before().orElseThrow(), object);
    }
    if (Meta.isBeingDeleted(object)
        && !change.before().map(it -> saysTheSame(it, object)).orElse(false)) {
      proceed(object);
    }
  }

  /**
   * That an owner is not there is asked of the API itself, which takes a while. One that waits for what
   * it owns does not hear of what comes after: that is found when something else of it is gone.
   */
  private void judgeNew(Resource object) {
    if (owners(object).stream().anyMatch(owner -> stored(owner, object).isEmpty())) {
      queue.after(LOOK_UP, () -> judge(object));
    }
  }

  /** Something that {@code owner} owned is gone; what goes at the same moment is seen together. */
  private void lookAgain(Resource owner) {
    release(owner);
    if (waitsForOwned(owner) && awaited.add(Meta.uid(owner))) {
      queue.after(Duration.ZERO, () -> {
        awaited.remove(Meta.uid(owner));
        deleteOwned(owner);
      });
    }
  }

  private void ownersChanged(Resource before, Resource after) {
    Node former = before.at("metadata", "ownerReferences");
    if (former != after.at("metadata", "ownerReferences")) {
      former.items().forEach(owner -> stored(owner, after).ifPresent(this::release));
      judgeNew(after);
    }
  }

  /** Whether the deletion of an object is as it was: what it owns was told of it already. */
  private static boolean saysTheSame(Resource before, Resource after) {
    return Meta.isBeingDeleted(before)
        && before.at("metadata", "finalizers").sameAs(after.at("metadata", "finalizers"));
  }

  private static boolean waitsForOwned(Resource owner) {
    return Meta.isBeingDeleted(owner) && Finalizers.has(owner, Removal.FOREGROUND);
  }

  /** Lets an owner go that waited for what it owned, when nothing of that is left. */
  private void release(Resource owner) {
    if (waitsForOwned(owner) && view.blocking(Meta.uid(owner)).isEmpty()) {
      api.update(Finalizers.without(owner, Removal.FOREGROUND));
    }
  }

  private static List<Node> owners(Resource object) {
    return object.at("metadata", "ownerReferences").items();
  }

  private Optional<Resource> stored(Node owner, Resource dependent) {
    GroupVersionKind gvk =
        GroupVersionKind.of(owner.get("apiVersion").text(), owner.get("kind").text());
    String name = owner.get("name").text();
    return view.get(new ObjectKey(gvk.groupKind(), dependent.namespace(), name))
        .or(() -> view.get(new ObjectKey(gvk.groupKind(), "", name)))
        .filter(found -> Meta.uid(found).equals(owner.get("uid").text()));
  }

  /**
   * Deletes an object whose owners are gone or wait for it to go; of several it forgets those, and
   * the others keep it.
   */
  private void judge(Resource remembered) {
    Optional<Resource> found = view.get(ObjectKey.of(remembered))
        .filter(object -> Meta.uid(object).equals(Meta.uid(remembered)))
        .filter(object -> !owners(object).isEmpty());
    if (found.isEmpty() || isOnItsWay(found.get())) {
      return;
    }
    Resource object = found.get();
    List<Node> keeping = owners(object).stream()
        .filter(owner -> stored(owner, object).filter(it -> !waitsForOwned(it)).isPresent())
        .toList();
    if (keeping.isEmpty()) {
      delete(object);
    } else if (keeping.size() < owners(object).size()) {
      api.update(object.with("metadata.ownerReferences", Sequence.of(keeping)));
    }
  }

  private static boolean isOnItsWay(Resource object) {
    return Meta.isBeingDeleted(object) && !waitsForOwned(object);
  }

  /** In the foreground, if an owner waits for it and it owns something itself. */
  private void delete(Resource object) {
    boolean isAwaited =
        owners(object).stream().anyMatch(owner -> stored(owner, object).isPresent());
    List<Resource> owned = view.ownedBy(Meta.uid(object));
    if (isAwaited && owned.stream().anyMatch(GarbageCollector::waitsForOwned)) {
      unblock(object);
    }
    if (!Meta.isBeingDeleted(object)) {
      Deletion.Cascade cascade =
          isAwaited && !owned.isEmpty() ? Deletion.Cascade.FOREGROUND : Deletion.Cascade.BACKGROUND;
      ObjectKey key = ObjectKey.of(object);
      api.actingAs(
          new Actor(NAME, key),
          () -> api.delete(key, Deletion.NORMAL.of(Meta.uid(object)).cascading(cascade)));
    }
  }

  /** What waits for each other in a circle would wait for ever. */
  private void unblock(Resource object) {
    List<Node> open = owners(object).stream()
        .map(owner -> owner instanceof Mapping reference
            ? (Node) reference.with("blockOwnerDeletion", Scalar.of(false))
            : owner)
        .toList();
    api.update(object.with("metadata.ownerReferences", Sequence.of(open)));
  }

  /** Goes on with a deletion that waits for what the object owns. */
  private void proceed(Resource remembered) {
    Resource object = view.get(ObjectKey.of(remembered)).orElse(remembered);
    if (!Meta.isBeingDeleted(object)) {
      return;
    }
    List<Resource> owned = view.ownedBy(Meta.uid(object));
    if (Finalizers.has(object, Removal.ORPHAN)) {
      owned.forEach(dependent -> disown(dependent, object));
      api.update(Finalizers.without(object, Removal.ORPHAN));
    } else if (Finalizers.has(object, Removal.FOREGROUND)) {
      queue.after(LOOK_UP, () -> deleteOwned(object));
    }
  }

  /** What is owned is asked for once more, and only then deleted: controllers are quicker. */
  private void deleteOwned(Resource owner) {
    view.ownedBy(Meta.uid(owner)).forEach(this::judge);
    view.get(ObjectKey.of(owner))
        .filter(found -> Meta.uid(found).equals(Meta.uid(owner)))
        .ifPresent(this::release);
  }

  private void disown(Resource dependent, Resource owner) {
    List<Node> left = owners(dependent).stream()
        .filter(reference -> !reference.get("uid").text().equals(Meta.uid(owner)))
        .toList();
    api.update(
        left.isEmpty()
            ? dependent.without("metadata", "ownerReferences")
            : dependent.with("metadata.ownerReferences", Sequence.of(left)));
  }
}
