package dev.seaworthy.validate.custom;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.api.crd.ValueRules;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Bounds of numbers. */
final class NumberRules {

  private NumberRules() {}

  static Outcome of(StructuralSchema schema, Scalar number, FieldPath path) {
    Outcome outcome = new Outcome();
    if (!fitsType(schema, number)) {
      outcome.add(
          Unplaced.error(path, "range", "is " + number.value() + ", which " + range(schema)));
    }
    ValueRules rules = schema.rules();
    rules
        .multipleOf()
        .filter(factor -> !isMultiple(number, factor))
        .ifPresent(factor ->
            add(outcome, number, path, "multipleOf", "must be a multiple of " + plain(factor)));
    rules
        .maximum()
        .filter(bound -> isBeyond(compare(number, bound), rules.exclusiveMaximum()))
        .ifPresent(bound -> add(
            outcome,
            number,
            path,
            "maximum",
            (rules.exclusiveMaximum() ? "must be less than " : "must be at most ") + plain(bound)));
    rules
        .minimum()
        .filter(bound -> isBeyond(-compare(number, bound), rules.exclusiveMinimum()))
        .ifPresent(bound -> add(
            outcome,
            number,
            path,
            "minimum",
            (rules.exclusiveMinimum() ? "must be more than " : "must be at least ")
                + plain(bound)));
    outcome.pass();
    return outcome;
  }

  private static boolean isBeyond(int difference, boolean exclusive) {
    return difference > 0 || (exclusive && difference == 0);
  }

  private static void add(
      Outcome outcome, Scalar number, FieldPath path, String origin, String wanted) {
    outcome.add(
        FieldError.of(CauseType.INVALID, path, origin, "is " + number.value() + ", " + wanted));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  /** A whole number is compared with the whole part of a bound, as the server does. */
  private static int compare(Scalar number, BigDecimal bound) {
    return Numbers.isLong(number)
        ? new BigInteger(number.value()).compareTo(bound.toBigInteger())
        : Double.compare(Numbers.asDouble(number), bound.doubleValue());
  }

  private static boolean isMultiple(Scalar number, BigDecimal factor) {
    if (factor.signum() <= 0) {
      return true;
    }
    if (Numbers.isLong(number) && factor.stripTrailingZeros().scale() <= 0) {
      return new BigInteger(number.value()).mod(factor.toBigInteger()).signum() == 0;
    }
    double value = Numbers.asDouble(number);
    double divisor = factor.doubleValue();
    return Numbers.isWhole(divisor < 1 ? 1 / divisor * value : value / divisor);
  }

  /** Whether the number can be held in what type and format name. */
  private static boolean fitsType(StructuralSchema schema, Scalar number) {
    if (schema.type().equals("integer") || schema.intOrString()) {
      return fitsWhole(schema.format(), number);
    }
    boolean single = schema.format().equals("float") || schema.format().equals("float32");
    return !single || Math.abs(Numbers.asDouble(number)) <= Float.MAX_VALUE;
  }

  private static boolean fitsWhole(String format, Scalar number) {
    double value = Numbers.asDouble(number);
    if (!Numbers.isLong(number) && (value != Math.rint(value) || Math.abs(value) >= 0x1p63)) {
      return false;
    }
    return switch (format) {
      case "int32" -> value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE;
      case "uint32" -> value >= 0 && value <= 0xFFFFFFFFL;
      case "uint64" -> value >= 0;
      default -> true;
    };
  }

  private static String range(StructuralSchema schema) {
    return switch (schema.format()) {
      case "int32" -> "does not fit a whole number of 32 bits";
      case "float", "float32" -> "does not fit a number of 32 bits";
      default -> "does not fit a whole number of 64 bits";
    };
  }
}
