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
 */
record UnplayedField(String type, FieldPath path, Severity severity) {

  String name() {
    return path.lastStep();
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
    if (entry.value().isAbsent()) {
      return;
    }
    FieldPath place = path.child(entry.key());
    Optional<Severity> severity = PlayedFields.unplayed(struct.name(), entry.key());
    if (severity.isPresent()) {
      found.add(new UnplayedField(struct.name(), place, severity.get()));
    } else {
      struct
          .field(entry.key())
          .ifPresent(field -> collect(entry.value(), field.type(), place, found));
    }
  }
}
