package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes back what YAML 1.1 makes of {@code n}, {@code y}, {@code on} and the like: a scenario file
 * is no manifest, and a node may well be called {@code n}.
 */
public final class WrittenNames {

  private WrittenNames() {}

  public static Node restored(Node node, SourceText source) {
    if (node instanceof Mapping mapping) {
      List<Mapping.Entry> entries = new ArrayList<>(mapping.size());
      for (Mapping.Entry entry : mapping.entries()) {
        entries.add(new Mapping.Entry(
            restoredKey(entry, source), entry.keySpan(), restored(entry.value(), source)));
      }
      return new Mapping(entries, mapping.span());
    }
    if (node instanceof Sequence sequence) {
      List<Node> items = new ArrayList<>(sequence.size());
      sequence.items().forEach(item -> items.add(restored(item, source)));
      return new Sequence(items, sequence.span());
    }
    return node instanceof Scalar scalar ? restored(scalar, source) : node;
  }

  private static String restoredKey(Mapping.Entry entry, SourceText source) {
    boolean isTruthValue = entry.key().equals("true") || entry.key().equals("false");
    String written = isTruthValue ? written(entry.keySpan(), source) : "";
    return written.isEmpty() ? entry.key() : written;
  }

  private static Scalar restored(Scalar scalar, SourceText source) {
    if (scalar.kind() != Scalar.Kind.BOOLEAN) {
      return scalar;
    }
    String written = written(scalar.span(), source);
    return written.isEmpty() || written.equalsIgnoreCase(scalar.value())
        ? scalar
        : new Scalar(Scalar.Kind.STRING, written, scalar.span());
  }

  private static String written(Span span, SourceText source) {
    int length = span.endColumn() - span.column();
    return span.line() == span.endLine()
        ? source
            .around(span.line(), span.column(), 0, length)
            .map(SourceText.Stretch::text)
            .orElse("")
        : "";
  }
}
