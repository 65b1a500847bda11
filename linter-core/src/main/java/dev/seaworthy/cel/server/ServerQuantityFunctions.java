package dev.seaworthy.cel.server;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.cel.CelFunction;
import dev.seaworthy.cel.CelFunction.Parameter;
import dev.seaworthy.cel.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Resource quantities, with the types that the API server gives to their functions. */
public final class ServerQuantityFunctions {

  /** The type of quantities in expressions. */
  public static final ValueType QUANTITY = ValueType.opaque("kubernetes.Quantity");

  private static final Parameter SELF = new Parameter(QUANTITY, Quantity.class);

  private ServerQuantityFunctions() {}

  public static List<CelFunction> all() {
    List<CelFunction> all = new ArrayList<>();
    all.add(CelFunction.global(
        "quantity",
        "string_to_quantity",
        QUANTITY,
        List.of(Signature.TEXT),
        arguments -> parse((String) arguments[0])));
    all.add(CelFunction.global(
        "isQuantity",
        "is_quantity_string",
        ValueType.BOOL,
        List.of(Signature.TEXT),
        arguments -> Quantity.parse((String) arguments[0]).isPresent()));
    all.add(CelFunction.global("sign", "quantity_sign", ValueType.INT, List.of(SELF), arguments ->
        (long) ((Quantity) arguments[0]).signum()));
    all.add(property("isInteger", ValueType.BOOL, ServerQuantityFunctions::isInteger));
    all.add(property("asInteger", ValueType.INT, ServerQuantityFunctions::asInteger));
    all.add(property(
        "asApproximateFloat", ValueType.DOUBLE, quantity -> quantity.value().doubleValue()));
    all.add(binary("isGreaterThan", ValueType.BOOL, (a, b) -> a.compareTo(b) > 0));
    all.add(binary("isLessThan", ValueType.BOOL, (a, b) -> a.compareTo(b) < 0));
    all.add(binary("compareTo", ValueType.INT, (a, b) -> (long) a.compareTo(b)));
    all.addAll(sum("add", BigDecimal.ONE));
    all.addAll(sum("sub", BigDecimal.ONE.negate()));
    return all;
  }

  /** Go looks at how a quantity is written: thousand thousandths are no whole number to it. */
  private static boolean isInteger(Quantity quantity) {
    return quantity.value().scale() <= 0 && quantity.value().toBigInteger().bitLength() < Long.SIZE;
  }

  private static long asInteger(Quantity quantity) {
    if (!isInteger(quantity)) {
      throw new IllegalArgumentException("cannot convert value to integer");
    }
    return quantity.longValue();
  }

  private static CelFunction property(
      String name, ValueType type, Function<Quantity, Object> value) {
    return CelFunction.member(
        name,
        "quantity_" + name,
        type,
        List.of(SELF),
        arguments -> value.apply((Quantity) arguments[0]));
  }

  private interface Binary {
    Object of(Quantity one, Quantity other);
  }

  private static CelFunction binary(String name, ValueType type, Binary binary) {
    return CelFunction.member(
        name,
        "quantity_" + name,
        type,
        List.of(SELF, SELF),
        arguments -> binary.of((Quantity) arguments[0], (Quantity) arguments[1]));
  }

  private static List<CelFunction> sum(String name, BigDecimal factor) {
    return List.of(
        binary(name, QUANTITY, (a, b) -> plus(a, b.value().multiply(factor))),
        CelFunction.member(
            name,
            "quantity_" + name + "_int",
            QUANTITY,
            List.of(SELF, Signature.INT),
            arguments -> plus(
                (Quantity) arguments[0],
                BigDecimal.valueOf((Long) arguments[1]).multiply(factor))));
  }

  private static Quantity plus(Quantity one, BigDecimal more) {
    return parse(one.value().add(more).toPlainString());
  }

  private static Quantity parse(String text) {
    return Quantity.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no quantity"));
  }
}
