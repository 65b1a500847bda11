package dev.seaworthy.validate.custom;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.util.List;

/** Values as nobody wrote them: a default's place is in the definition, not in the object's file. */
final class Unwritten {

  private Unwritten() {}

  static Node of(Node node) {
    if (node instanceof Mapping mapping) {
      List<Mapping.Entry> entries = mapping.entries().stream()
          .map(entry -> new Mapping.Entry(entry.key(), Span.NONE, of(entry.value())))
          .toList();
      return new Mapping(entries, Span.NONE);
    }
    if (node instanceof Sequence sequence) {
      return Sequence.of(sequence.items().stream().map(Unwritten::of).toList());
    }
    return node instanceof Scalar scalar
        ? new Scalar(scalar.kind(), scalar.value(), Span.NONE)
        : node;
  }
}
