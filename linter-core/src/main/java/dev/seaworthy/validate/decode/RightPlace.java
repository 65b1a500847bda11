package dev.seaworthy.validate.decode;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds where a field belongs that stands a level or two off: in a value beside it (it wants to be
 * indented), in one that it stands in, or beside one of those. An item of a list beside those is something
 * of its own, which no field strays from by a wrong indentation.
 *
 * @param path where the field should be
 * @param struct whose field it is
 * @param inward whether it only has to be indented
 * @param taken whether there is a value in that place already
 */
record RightPlace(FieldPath path, Type.Struct struct, boolean inward, boolean taken) {

  /** A struct on the way from the root to where the field stands. */
  private record Level(Type.Struct struct, FieldPath path, Node node) {}

  /** Where the field {@code stray} of {@code object} was meant to stand. */
  static Optional<RightPlace> of(Type.Struct root, Node object, FieldPath stray) {
    List<Level> levels = levels(root, object, stray);
    Level innermost = levels.get(levels.size() - 1);
    Node value = innermost.node().get(stray.lastStep());
    Optional<RightPlace> found =
        within(innermost, stray.lastStep(), value, field -> true).map(place -> place.asInward());
    for (int i = levels.size() - 2; i >= 0 && found.isEmpty(); i--) {
      Level level = levels.get(i);
      found = at(level, stray.lastStep(), value)
          .or(() -> within(level, stray.lastStep(), value, RightPlace::isSingle));
    }
    return found.or(() -> farWithin(innermost, stray.lastStep(), value));
  }

  /** What to do, in words. */
  String remedy() {
    FieldPath target = path.parent().orElse(FieldPath.ROOT);
    String where = target.isRoot() ? "the top level" : target.toString();
    if (taken) {
      return "It belongs to " + where + " (" + Shape.nameOf(struct)
          + "), which has one already: keep one of the two, there.";
    }
    return inward
        ? "Indent it further: it is a field of " + where + " (" + Shape.nameOf(struct) + ")."
        : "Move it to " + where + " (" + Shape.nameOf(struct) + "), where it belongs.";
  }

  private RightPlace asInward() {
    return new RightPlace(path, struct, true, taken);
  }

  private static List<Level> levels(Type.Struct root, Node object, FieldPath stray) {
    List<Level> levels = new ArrayList<>();
    levels.add(new Level(root, FieldPath.ROOT, object));
    Type type = root;
    Node node = object;
    for (FieldPath step : stray.steps()) {
      type = GoNames.inside(type, step);
      node =
          step.isIndex() ? node.get(Integer.parseInt(step.lastStep())) : node.get(step.lastStep());
      if (type instanceof Type.Struct struct && !step.toString().equals(stray.toString())) {
        levels.add(new Level(struct, step, node));
      }
    }
    return levels;
  }

  /** In the struct itself. */
  private static Optional<RightPlace> at(Level level, String name, Node value) {
    return level
        .struct()
        .field(name)
        .filter(field -> Shape.fits(field.type(), value))
        .map(field -> new RightPlace(
            level.path().child(name),
            level.struct(),
            false,
            level.node().get(name).isPresent()));
  }

  /** In one of the values of the struct: where it is free, of those the one written last. */
  private static Optional<RightPlace> within(
      Level level, String name, Node value, Predicate<Field> in) {
    return level.struct().fields().stream()
        .filter(in)
        .filter(field -> level.node().get(field.name()).isPresent())
        .flatMap(field -> inside(level, field).stream())
        .sorted(Comparator.comparingInt((Level inner) -> -inner.node().span().line()))
        .flatMap(inner -> at(inner, name, value).stream())
        .min(Comparator.comparing(RightPlace::taken));
  }

  private static boolean isSingle(Field field) {
    return !(field.type() instanceof Type.ListOf);
  }

  /** In a struct that is missing, or that is in one of the structs in this one. */
  private static Optional<RightPlace> farWithin(Level level, String name, Node value) {
    for (Field field : level.struct().fields()) {
      if (field.type() instanceof Type.Struct) {
        Level inner = inside(level, field).orElseThrow();
        Optional<RightPlace> found = at(inner, name, value)
            .or(() -> inner.struct().fields().stream()
                .filter(next -> next.type() instanceof Type.Struct)
                .flatMap(next -> inside(inner, next).stream())
                .flatMap(next -> at(next, name, value).stream())
                .findFirst());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** The value of a field, of a list the last item. */
  private static Optional<Level> inside(Level level, Field field) {
    FieldPath path = level.path().child(field.name());
    Node value = level.node().get(field.name());
    return Shape.structIn(field.type()).map(struct -> {
      int last = Math.max(0, value.size() - 1);
      return field.type() instanceof Type.ListOf
          ? new Level(struct, path.index(last), value.get(last))
          : new Level(struct, path, value);
    });
  }
}
