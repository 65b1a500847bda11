package dev.seaworthy.simulate.server;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.object.Finalizers;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.ObjectStore;
import java.util.List;

/**
 * Follows owner references: what has lost all its owners is deleted, what an owner waits for is
 * deleted first, and what is to be orphaned loses its reference.
 */
public final class GarbageCollector {

  private final ClusterView view;
  private final ApiClient api;

  private GarbageCollector(ClusterView view, ApiClient api) {
    this.view = view;
    this.api = api;
  }

  public static void start(ObjectStore store, ApiClient api) {
    GarbageCollector collector = new GarbageCollector(store.view(), api);
    store.watchAll(collector::onChange);
  }

  private void onChange(Change change) {
    Resource object = change.latest();
    if (change.isRemoval()) {
      view.ownedBy(Meta.uid(object)).forEach(this::judge);
      owners(object).forEach(owner -> stored(owner, object).ifPresent(this::release));
      return;
    }
    if (change.isCreation()) {
      judge(object);
      owners(object).stream()
          .flatMap(owner -> stored(owner, object).stream())
          .filter(GarbageCollector::waitsForOwned)
          .forEach(owner -> deleteInForeground(object));
    }
    if (Meta.isBeingDeleted(object)
        && !change.before().map(it -> saysTheSame(it, object)).orElse(false)) {
      proceed(object);
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

  private java.util.Optional<Resource> stored(Node owner, Resource dependent) {
    GroupVersionKind gvk =
        GroupVersionKind.of(owner.get("apiVersion").text(), owner.get("kind").text());
    String name = owner.get("name").text();
    return view.get(new ObjectKey(gvk.groupKind(), dependent.namespace(), name))
        .or(() -> view.get(new ObjectKey(gvk.groupKind(), "", name)))
        .filter(found -> Meta.uid(found).equals(owner.get("uid").text()));
  }

  /** Deletes an object whose owners are all gone; of several it forgets those that are gone. */
  private void judge(Resource remembered) {
    Resource object = view.get(ObjectKey.of(remembered)).orElse(remembered);
    List<Node> owners = owners(object);
    List<Node> left =
        owners.stream().filter(owner -> stored(owner, object).isPresent()).toList();
    if (owners.isEmpty() || left.size() == owners.size()) {
      return;
    }
    if (left.isEmpty()) {
      api.delete(object);
    } else {
      api.update(object.with("metadata.ownerReferences", Sequence.of(left)));
    }
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
      owned.stream()
          .filter(dependent -> !Meta.isBeingDeleted(dependent))
          .forEach(this::deleteInForeground);
      release(object);
    }
  }

  private void deleteInForeground(Resource dependent) {
    boolean owns = !view.ownedBy(Meta.uid(dependent)).isEmpty();
    Deletion.Cascade cascade = owns ? Deletion.Cascade.FOREGROUND : Deletion.Cascade.BACKGROUND;
    api.delete(ObjectKey.of(dependent), Deletion.NORMAL.of(Meta.uid(dependent)).cascading(cascade));
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
