package dev.seaworthy.simulate.surroundings;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.server.Actor;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.volume.StorageClass;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts into a cluster what is taken to be there: before anything is applied, or, where the input
 * makes the namespace itself, as soon as that is there.
 */
public final class Furnishing {

  /** By whom objects appear of which nobody is told that they are made now. */
  public static final String COMPONENT = "surroundings";

  private final Surroundings surroundings;
  private final ApiClient api;
  private final List<Resource> waiting;
  private final Set<ObjectKey> made = new HashSet<>();

  /** Has {@code surroundings} to make by {@code api}. */
  public Furnishing(Surroundings surroundings, ApiClient api) {
    this.surroundings = surroundings;
    this.api = api;
    this.waiting = new ArrayList<>(surroundings.objects());
  }

  /**
   * The same for a state that another one follows, which may bring what was taken to be there: then
   * {@link #giveWay} takes that away. Claims and volumes cannot give way while pods use them.
   */
  public static Furnishing forTheTimeBeing(Surroundings surroundings, ApiClient api) {
    Furnishing furnishing = new Furnishing(surroundings, api);
    furnishing.waiting.removeIf(object -> object.groupKind().equals(Kinds.PERSISTENT_VOLUME)
        || object.groupKind().equals(Kinds.PERSISTENT_VOLUME_CLAIM));
    return furnishing;
  }

  /** Takes {@code key} away if it is only there because of this; a namespace stays as it is. */
  public boolean giveWay(ObjectKey key) {
    if (!made.remove(key) || key.kind().equals(Kinds.NAMESPACE)) {
      return false;
    }
    api.actingAs(new Actor(COMPONENT, key), () -> api.delete(key, Deletion.NORMAL));
    return true;
  }

  /** Makes what can be made before anything is applied. */
  public void begin() {
    waiting.removeIf(this::isMade);
  }

  /** Makes what waited for {@code applied}, if that is a namespace. */
  public void after(Resource applied) {
    if (applied.groupKind().equals(Kinds.NAMESPACE)) {
      Actor nobody = new Actor(COMPONENT, ObjectKey.of(applied));
      waiting.removeIf(object ->
          object.namespace().equals(applied.name()) && api.actingAs(nobody, () -> isMade(object)));
    }
  }

  /**
   * Marks the class that is assumed to be the default one, or takes the mark away. While manifests are
   * applied there is none: a claim keeps open which class it wants, gets a volume of the input that fits
   * it, and the class only where none does, as a claim that was there before the class. So what is only
   * assumed takes no volume away from anybody.
   */
  public void markDefaultClass(ClusterView view, boolean isDefault) {
    surroundings.defaultClass().flatMap(view::get).ifPresent(storageClass -> {
      Actor nobody = new Actor(COMPONENT, ObjectKey.of(storageClass));
      Resource marked = storageClass.withAt(
          Scalar.of(Boolean.toString(isDefault)),
          "metadata",
          "annotations",
          StorageClass.IS_DEFAULT);
      api.actingAs(nobody, () -> api.update(marked));
    });
  }

  private boolean isMade(Resource object) {
    boolean isMade = api.create(object).accepted();
    if (isMade) {
      made.add(ObjectKey.of(object));
    }
    return isMade;
  }
}
