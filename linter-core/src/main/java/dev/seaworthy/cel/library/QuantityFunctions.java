package dev.seaworthy.cel.library;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.ValueType;
import java.util.List;

/**
 * Resource quantities: {@code quantity(text or number)} and comparisons, under the names that
 * Kubernetes' own CEL library has for them.
 */
public final class QuantityFunctions {

  private static final ValueType QUANTITY = ValueType.opaque("kubernetes.Quantity");
  private static final CelFunction.Parameter SELF =
      new CelFunction.Parameter(QUANTITY, Quantity.class);
  private static final CelFunction.Parameter ANY =
      new CelFunction.Parameter(ValueType.DYN, Object.class);

  private QuantityFunctions() {}

  public static List<CelFunction> all() {
    return List.of(
        CelFunction.global(
            "quantity", "quantity_dyn", QUANTITY, List.of(ANY), arguments -> parse(arguments[0])),
        CelFunction.global(
            "isQuantity",
            "isQuantity_dyn",
            ValueType.BOOL,
            List.of(ANY),
            arguments -> Quantity.parse(String.valueOf(arguments[0])).isPresent()),
        comparison("isGreaterThan", "quantity_isGreaterThan", ValueType.BOOL, n -> n > 0),
        comparison("isLessThan", "quantity_isLessThan", ValueType.BOOL, n -> n < 0),
        comparison("compareTo", "quantity_compareTo", ValueType.INT, n -> (long) n),
        CelFunction.member(
            "isInteger",
            "quantity_isInteger",
            ValueType.BOOL,
            List.of(SELF),
            arguments -> ((Quantity) arguments[0]).isWhole()),
        CelFunction.member("sign", "quantity_sign", ValueType.INT, List.of(SELF), arguments ->
            (long) ((Quantity) arguments[0]).signum()));
  }

  private interface Answer {
    Object of(int comparison);
  }

  private static CelFunction comparison(String name, String id, ValueType type, Answer answer) {
    return CelFunction.member(
        name,
        id,
        type,
        List.of(SELF, SELF),
        arguments -> answer.of(((Quantity) arguments[0]).compareTo((Quantity) arguments[1])));
  }

  private static Quantity parse(Object value) {
    return Quantity.parse(String.valueOf(value))
        .orElseThrow(() -> new IllegalArgumentException("'" + value + "' is no quantity"));
  }
}
