package dev.seaworthy.conformance;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Manifests as the recorder read them, which sent them as JSON: a bare {@code y} or {@code n} is text
 * there, though {@code kubectl} reads it as a boolean.
 */
final class RecordedManifest {

  private RecordedManifest() {}

  /** The objects of a file. */
  static List<Node> objects(Reading reading) {
    return reading.documents().stream()
        .map(document -> asRecorded(document.root(), reading))
        .toList();
  }

  private static Node asRecorded(Node root, Reading reading) {
    return eachScalar(
        root,
        entry -> isLetter(entry) ? textAt(reading, entry.keySpan()) : entry.key(),
        scalar -> isLetter(scalar) ? Scalar.of(textAt(reading, scalar.span())) : scalar);
  }

  private static boolean isLetter(Mapping.Entry entry) {
    Span span = entry.keySpan();
    boolean truth = entry.key().equals("true") || entry.key().equals("false");
    return truth && span.endColumn() - span.column() == 1;
  }

  private static boolean isLetter(Scalar scalar) {
    Span span = scalar.span();
    return scalar.kind() == Scalar.Kind.BOOLEAN && span.endColumn() - span.column() == 1;
  }

  private static String textAt(Reading reading, Span span) {
    return reading
        .source()
        .line(span.line())
        .map(line -> line.substring(span.column() - 1, span.endColumn() - 1))
        .orElseThrow();
  }

  /** {@code node} with other keys and scalars. */
  static Node eachScalar(
      Node node, Function<Mapping.Entry, String> keys, UnaryOperator<Scalar> change) {
    if (node instanceof Mapping mapping) {
      Map<String, Node> values = new LinkedHashMap<>();
      mapping
          .entries()
          .forEach(e -> values.put(keys.apply(e), eachScalar(e.value(), keys, change)));
      return Mapping.of(values);
    }
    if (node instanceof Sequence sequence) {
      return Sequence.of(
          sequence.items().stream().map(item -> eachScalar(item, keys, change)).toList());
    }
    return node instanceof Scalar scalar ? change.apply(scalar) : node;
  }
}
