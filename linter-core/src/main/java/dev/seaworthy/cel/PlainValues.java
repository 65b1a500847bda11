package dev.seaworthy.cel;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.manifest.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Values of manifests as expressions see them, in Java's own types: String, Long, Double, Boolean,
 * List, Map, and {@link Null}. The library's types are those of {@link CelValues}.
 */
public final class PlainValues {

  private PlainValues() {}

  /** The value {@code null} of CEL. */
  public enum Null {
    NULL;

    @Override
    public String toString() {
      return "null";
    }
  }

  /**
   * {@code node} as a value: a view, not a copy. An entry written as {@code null} counts as absent,
   * as it does for Kubernetes.
   */
  public static Object of(Node node) {
    if (node instanceof Scalar scalar) {
      return of(scalar, Null.NULL);
    }
    if (node instanceof Mapping mapping) {
      return new PlainMap(mapping);
    }
    return node instanceof Sequence sequence ? new PlainList(sequence) : Null.NULL;
  }

  /** A value as a node. What has no counterpart in JSON is absent. */
  public static Node toNode(Object value) {
    if (value instanceof PlainMap map) {
      return map.mapping();
    }
    if (value instanceof PlainList list) {
      return list.sequence();
    }
    if (value instanceof List<?> list) {
      return Sequence.of(list.stream().map(PlainValues::toNode).toList());
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Node> entries = new LinkedHashMap<>();
      map.forEach((key, entry) -> entries.put(String.valueOf(key), toNode(entry)));
      return Mapping.of(entries);
    }
    return toScalar(value);
  }

  private static Node toScalar(Object value) {
    if (value instanceof String text) {
      return Scalar.of(text);
    }
    if (value instanceof Long number) {
      return Scalar.of(number);
    }
    if (value instanceof Double number) {
      return new Scalar(Scalar.Kind.FLOAT, number.toString(), Span.NONE);
    }
    return value instanceof Boolean truth ? Scalar.of(truth) : Absent.INSTANCE;
  }

  /** The value of a scalar; {@code nothing} is what null is. */
  static Object of(Scalar scalar, Object nothing) {
    return switch (scalar.kind()) {
      case STRING -> scalar.value();
      case BOOLEAN -> scalar.isTrue();
      case FLOAT -> Double.valueOf(scalar.value());
      case INTEGER ->
        scalar.asLong().<Object>map(n -> n).orElseGet(() -> Double.valueOf(scalar.value()));
      case NULL -> nothing;
    };
  }
}
