package dev.seaworthy.cel;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;

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
      return of(scalar);
    }
    if (node instanceof Mapping mapping) {
      return new PlainMap(mapping);
    }
    return node instanceof Sequence sequence ? new PlainList(sequence) : Null.NULL;
  }

  private static Object of(Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> scalar.value();
      case BOOLEAN -> scalar.isTrue();
      case FLOAT -> Double.valueOf(scalar.value());
      case INTEGER ->
        scalar.asLong().<Object>map(n -> n).orElseGet(() -> Double.valueOf(scalar.value()));
      case NULL -> Null.NULL;
    };
  }
}
