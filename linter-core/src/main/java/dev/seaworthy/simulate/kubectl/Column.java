package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.ClusterView;
import java.time.Duration;
import java.time.Instant;

/** A column of a table: its name, and what stands in it for an object. */
record Column(String name, Cell cell) {

  /** What stands in a column for {@code object}, which is looked at in {@code sight}. */
  @FunctionalInterface
  interface Cell {
    String of(Resource object, Sight sight);
  }

  /** The rest of the cluster, for what an object does not say itself. */
  record Sight(ClusterView view, Instant now) {}

  static final String NONE = "<none>";

  static final Column AGE = new Column(
      "AGE", (object, sight) -> Ages.of(Duration.between(Meta.created(object), sight.now())));

  /** What stands in the object at {@code path}; {@code otherwise} if nothing does. */
  static Column at(String name, String otherwise, String... path) {
    return new Column(name, (object, sight) -> text(object, otherwise, path));
  }

  static String text(Resource object, String otherwise, String... path) {
    var value = object.at(path);
    String text = value.asLong().map(String::valueOf).orElse(value.text());
    return text.isEmpty() ? otherwise : text;
  }

  /** A number of the object; 0 if it is not there. */
  static Column count(String name, String... path) {
    return at(name, "0", path);
  }
}
