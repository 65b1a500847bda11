package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Type;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.PlayedFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A field that a manifest sets and this cluster does not play.
 *
 * @param type the type that has the field
 * @param value the value, if the field is played with others; else empty
 */
record UnplayedField(String type, FieldPath path, String value, Severity severity) {

  private static final PlayedFields PLAYED = PlayedFields.ofProduct();

  String name() {
    return path.lastStep();
  }

  /** What is said of it; {@code owners} have it, and {@code who} was played without it. */
  String told(String owners, String who) {
    return PLAYED
        .told(type, name(), value)
        .map(words -> owners + ": " + words)
        .orElseGet(() -> who + " as if " + supposition());
  }

  /** What the cluster took for granted: that {@code name} were not there, or had another value. */
  private String supposition() {
    return name() + " were not " + (value.isEmpty() ? "there" : value);
  }

  /** All of them in {@code object}, which is of {@code type}, in the order written. */
  static List<UnplayedField> in(Node object, Type type) {
    List<UnplayedField> found = new ArrayList<>();
    collect(object, type, FieldPath.ROOT, found);
    return found;
  }

  private static void collect(Node value, Type type, FieldPath path, List<UnplayedField> found) {
    if (type instanceof Type.Struct struct) {
      value.entries().forEach(entry -> collect(entry, struct, path, found));
    } else if (type instanceof Type.ListOf list) {
      for (int i = 0; i < value.size(); i++) {
        collect(value.get(i), list.item(), path.index(i), found);
      }
    }
  }

  private static void collect(
      Mapping.Entry entry, Type.Struct struct, FieldPath path, List<UnplayedField> found) {
    if (saysNothing(entry.value())) {
      return;
    }
    FieldPath place = path.child(entry.key());
    Optional<Severity> severity = PLAYED.unplayed(struct.name(), entry.key(), entry.value());
    if (severity.isPresent()) {
      found.add(new UnplayedField(struct.name(), place, valueIn(entry, struct), severity.get()));
    } else {
      struct.field(entry.key()).ifPresent(field -> {
        if (field.type() instanceof Type.MapOf) {
          keys(entry.value(), struct.name() + "." + field.name(), place, found);
        } else {
          collect(entry.value(), field.type(), place, found);
        }
      });
    }
  }

  private static String valueIn(Mapping.Entry entry, Type.Struct struct) {
    return PLAYED.dependsOnValue(struct.name(), entry.key())
        ? PlayedFields.textOf(entry.value())
        : "";
  }

  private static void keys(Node map, String name, FieldPath path, List<UnplayedField> found) {
    for (Mapping.Entry entry : map.entries()) {
      PLAYED
          .unplayedKey(name, entry.key())
          .ifPresent(
              severity -> found.add(new UnplayedField(name, path.key(entry.key()), "", severity)));
    }
  }

  /** The API takes an empty list for one that is not there. */
  private static boolean saysNothing(Node value) {
    return value.isAbsent() || value.isSequence() && value.size() == 0;
  }
}
