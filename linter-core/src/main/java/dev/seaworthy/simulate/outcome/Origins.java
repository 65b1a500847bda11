package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.graph.InputObject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Which manifest the objects of a cluster come from, if only through a controller. */
final class Origins {

  private final Map<ObjectKey, InputObject> written = new LinkedHashMap<>();
  private final Location otherwise;

  /** {@code otherwise} is the place of what nobody's manifest stands for. */
  Origins(Location otherwise) {
    this.otherwise = otherwise;
  }

  /** The place of what nobody's manifest stands for. */
  Location otherwise() {
    return otherwise;
  }

  /** {@code object} was written, and is called {@code key} in the cluster. */
  void add(ObjectKey key, InputObject object) {
    written.put(key, object);
  }

  /** The manifest of an object that need not be there any more; empty if nobody applied it. */
  Optional<Origin> of(ObjectKey key) {
    return Optional.ofNullable(written.get(key)).map(Origin::in);
  }

  /** Tells each object that was applied, under its name in the cluster, whether it is there or not. */
  void forEach(BiConsumer<ObjectKey, Origin> each) {
    written.forEach((key, object) -> each.accept(key, Origin.in(object)));
  }

  /** The manifests that were applied, the last one of each object. */
  Collection<InputObject> all() {
    return written.values();
  }

  /** The manifest of an object that nobody controls. */
  Origin of(Resource topmost) {
    InputObject manifest = written.get(ObjectKey.of(topmost));
    return manifest != null ? Origin.in(manifest) : Origin.unknown(topmost, otherwise);
  }
}
