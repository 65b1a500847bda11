package dev.seaworthy.validate.custom;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.api.crd.ValueRules;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Bounds of numbers. */
final class NumberRules {

  /** From here on numbers, and the bounds that they are held to, must fit the schema's type and format. */
  private static final Release HELD_TO_TYPE = new Release(36);

  private final boolean heldToType;

  private NumberRules(boolean heldToType) {
    this.heldToType = heldToType;
  }

  static NumberRules of(Release release) {
    return new NumberRules(release.isAtLeast(HELD_TO_TYPE));
  }

  Outcome judge(StructuralSchema schema, Scalar number, FieldPath path) {
    Outcome outcome = new Outcome();
    if (!fitsType(schema, Numbers.asDouble(number), Numbers.isLong(number))) {
      outcome.add(
          Unplaced.error(path, "range", "is " + number.value() + ", which " + range(schema)));
    }
    ValueRules rules = schema.rules();
    bound(schema, "multipleOf", rules.multipleOf(), path, outcome);
    bound(schema, "maximum", rules.maximum(), path, outcome);
    bound(schema, "minimum", rules.minimum(), path, outcome);
    rules
        .multipleOf()
        .filter(factor -> !isMultiple(schema, number, factor))
        .ifPresent(factor -> add(outcome, number, path, "multipleOf", multiple(factor)));
    rules
        .maximum()
        .filter(bound -> isBeyond(compare(schema, number, bound), rules.exclusiveMaximum()))
        .ifPresent(bound -> add(
            outcome,
            number,
            path,
            "maximum",
            (rules.exclusiveMaximum() ? "must be less than " : "must be at most ") + plain(bound)));
    rules
        .minimum()
        .filter(bound -> isBeyond(-compare(schema, number, bound), rules.exclusiveMinimum()))
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

  /** A bound that is no number of the schema's own type is held against every number. */
  private void bound(
      StructuralSchema schema,
      String word,
      Optional<BigDecimal> bound,
      FieldPath path,
      Outcome outcome) {
    bound
        .filter(value -> !fitsType(schema, value))
        .ifPresent(value -> outcome.add(Unplaced.error(
            path,
            word,
            "can't be judged: the definition's " + word + ", " + plain(value) + ", "
                + range(schema))));
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

  /** A whole number is compared with the whole part of a bound, as the server does; of a factor, too. */
  private int compare(StructuralSchema schema, Scalar number, BigDecimal bound) {
    return Numbers.isLong(number) && fitsType(schema, bound)
        ? new BigInteger(number.value()).compareTo(bound.toBigInteger())
        : Double.compare(Numbers.asDouble(number), bound.doubleValue());
  }

  /** Nothing is a multiple of what is not above 0: a definition may say so, and refuses every number. */
  private boolean isMultiple(StructuralSchema schema, Scalar number, BigDecimal factor) {
    if (factor.signum() <= 0) {
      return false;
    }
    BigInteger whole = factor.toBigInteger();
    if (Numbers.isLong(number) && fitsType(schema, factor) && whole.signum() > 0) {
      return new BigInteger(number.value()).mod(whole).signum() == 0;
    }
    double value = Numbers.asDouble(number);
    double divisor = factor.doubleValue();
    return Numbers.isWhole(divisor < 1 ? 1 / divisor * value : value / divisor);
  }

  private static String multiple(BigDecimal factor) {
    return factor.signum() > 0
        ? "must be a multiple of " + plain(factor)
        : "which the definition refuses: no number is a multiple of " + plain(factor);
  }

  private boolean fitsType(StructuralSchema schema, BigDecimal bound) {
    return fitsType(
        schema, bound.doubleValue(), isWhole(bound) && bound.toBigInteger().bitLength() < 64);
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  /** Whether the number can be held in what type and format name, as far as the release asks that. */
  private boolean fitsType(StructuralSchema schema, double value, boolean isLong) {
    if (!heldToType) {
      return true;
    }
    String format = Formats.of(schema);
    if (schema.type().equals("integer") || schema.intOrString()) {
      return fitsWhole(format, value, isLong);
    }
    return !format.equals("float") || Math.abs(value) <= Float.MAX_VALUE;
  }

  private static boolean fitsWhole(String format, double value, boolean isLong) {
    if (!isLong && (value != Math.rint(value) || Math.abs(value) >= 0x1p63)) {
      return false;
    }
    return !format.equals("int32") || (value >= Integer.MIN_VALUE && value <= Integer.MAX_VALUE);
  }

  private static String range(StructuralSchema schema) {
    return switch (Formats.of(schema)) {
      case "int32" -> "does not fit a whole number of 32 bits";
      case "float" -> "does not fit a number of 32 bits";
      default -> "does not fit a whole number of 64 bits";
    };
  }
}
