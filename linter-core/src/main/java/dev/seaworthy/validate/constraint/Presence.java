package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.List;

/** Schemas of structs that have a field; null is no such struct. */
final class Presence {

  /** No struct at all, which unions say nothing of. */
  static final Mapping NULL = Mapping.of("type", Scalar.of("null"));

  private static final Mapping NOT_NULL = not(NULL);

  private static final Mapping NOT_EMPTY =
      not(Mapping.of("enum", Sequence.of(List.of(Absent.INSTANCE, Scalar.of(""), Sequence.EMPTY))));

  private Presence() {}

  /** The field is there and not null. */
  static Mapping present(String field) {
    return with(List.of(field), NOT_NULL);
  }

  /** The field is there and not empty, see {@link Required#isEmpty}. */
  static Mapping set(String field) {
    return with(List.of(field), NOT_EMPTY);
  }

  /** The field at the end of those steps is there and not empty. */
  static Mapping set(List<String> steps) {
    return with(steps, NOT_EMPTY);
  }

  /** The field at the end of those steps is there and fits {@code value}. */
  static Mapping with(List<String> steps, Mapping value) {
    String field = steps.get(0);
    Mapping inner = steps.size() == 1 ? value : with(steps.subList(1, steps.size()), value);
    return Mapping.of(
        "type",
        Scalar.of("object"),
        "required",
        Sequence.ofStrings(List.of(field)),
        "properties",
        Mapping.of(field, inner));
  }

  static Mapping not(Node schema) {
    return Mapping.of("not", schema);
  }

  static Mapping anyOf(List<? extends Node> schemas) {
    return Mapping.of("anyOf", Sequence.of(List.copyOf(schemas)));
  }

  static Mapping allOf(List<? extends Node> schemas) {
    return Mapping.of("allOf", Sequence.of(List.copyOf(schemas)));
  }
}
