package dev.seaworthy.cel;

import dev.cel.common.values.NullValue;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.List;

/** Values of manifests as the library sees them, and back. */
public final class CelValues {

  private CelValues() {}

  /**
   * {@code node} as a value of CEL: a view, not a copy. An entry written as {@code null} counts as
   * absent, as it does for Kubernetes.
   */
  public static Object of(Node node) {
    if (node instanceof Mapping mapping) {
      return new MappingView(mapping);
    }
    if (node instanceof Sequence sequence) {
      return new SequenceView(sequence);
    }
    return node instanceof Scalar scalar
        ? PlainValues.of(scalar, NullValue.NULL_VALUE)
        : NullValue.NULL_VALUE;
  }

  /** A plain value as the library sees it; what is such a value already stays as it is. */
  static Object ofPlain(Object value) {
    if (value instanceof PlainMap map) {
      return of(map.mapping());
    }
    if (value instanceof PlainList list) {
      return of(list.sequence());
    }
    if (value instanceof List<?> list && list.stream().anyMatch(PlainMap.class::isInstance)) {
      return list.stream().map(CelValues::ofPlain).toList();
    }
    return value == PlainValues.Null.NULL ? NullValue.NULL_VALUE : value;
  }

  /** A value of CEL as a node. What has no counterpart in JSON is absent. */
  public static Node toNode(Object value) {
    if (value instanceof MappingView view) {
      return view.mapping();
    }
    if (value instanceof SequenceView view) {
      return view.sequence();
    }
    return PlainValues.toNode(value);
  }
}
