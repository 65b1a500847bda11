package dev.seaworthy.cel.compact;

import java.util.Optional;

/** The functions and operators of every CEL environment, as far as this evaluator has them. */
enum Operation {
  NOT("!_", 1),
  NEGATE("-_", 1),
  ADD("_+_", 2),
  SUBTRACT("_-_", 2),
  MULTIPLY("_*_", 2),
  DIVIDE("_/_", 2),
  MODULO("_%_", 2),
  EQUAL("_==_", 2),
  NOT_EQUAL("_!=_", 2),
  LESS("_<_", 2),
  LESS_OR_EQUAL("_<=_", 2),
  GREATER("_>_", 2),
  GREATER_OR_EQUAL("_>=_", 2),
  IN("@in", 2),
  INDEX("_[_]", 2),
  OPTIONAL_INDEX("_[?_]", 2),
  SIZE("size", 1),
  CONTAINS("contains", 2),
  STARTS_WITH("startsWith", 2),
  ENDS_WITH("endsWith", 2),
  CHAR_AT("charAt", 2),
  INDEX_OF("indexOf", 2),
  LAST_INDEX_OF("lastIndexOf", 2),
  SUBSTRING("substring", 2),
  SUBSTRING_TO("substring", 3),
  REPLACE("replace", 3),
  REPLACE_SOME("replace", 4),
  SPLIT("split", 2),
  SPLIT_SOME("split", 3),
  JOIN("join", 1),
  JOIN_WITH("join", 2),
  TRIM("trim", 1),
  LOWER_ASCII("lowerAscii", 1),
  UPPER_ASCII("upperAscii", 1),
  STRING("string", 1),
  INT("int", 1),
  DOUBLE("double", 1),
  BOOL("bool", 1),
  TYPE("type", 1),
  DYN("dyn", 1),
  OPTIONAL_OF("optional.of", 1),
  OPTIONAL_OF_NON_ZERO("optional.ofNonZeroValue", 1),
  OPTIONAL_NONE("optional.none", 0),
  HAS_VALUE("hasValue", 1),
  VALUE("value", 1);

  private final String function;
  private final int arity;

  Operation(String function, int arity) {
    this.function = function;
    this.arity = arity;
  }

  /**
   * The operation of a function's name in a checked expression, which counts the target as an
   * argument.
   */
  static Optional<Operation> find(String function, int arity) {
    for (Operation operation : values()) {
      if (operation.function.equals(function) && operation.arity == arity) {
        return Optional.of(operation);
      }
    }
    return Optional.empty();
  }

  /** @throws EvaluationException if it is not defined for such values */
  Object apply(Object[] values) {
    Arguments arguments = new Arguments(function, values);
    return switch (this) {
      case NOT -> !arguments.truth(0);
      case NEGATE -> Numbers.negate(arguments);
      case ADD -> Numbers.add(arguments);
      case SUBTRACT -> Numbers.subtract(arguments);
      case MULTIPLY -> Numbers.multiply(arguments);
      case DIVIDE -> Numbers.divide(arguments);
      case MODULO -> Numbers.modulo(arguments);
      case EQUAL -> Comparison.areEqual(values[0], values[1]);
      case NOT_EQUAL -> !Comparison.areEqual(values[0], values[1]);
      case LESS -> Comparison.compare(arguments) < 0;
      case LESS_OR_EQUAL -> Comparison.compare(arguments) <= 0;
      case GREATER -> Comparison.compare(arguments) > 0;
      case GREATER_OR_EQUAL -> Comparison.compare(arguments) >= 0;
      case IN -> Containers.contains(arguments);
      case INDEX -> Containers.item(arguments);
      case OPTIONAL_INDEX -> Containers.optionalItem(values[0], values[1]);
      case SIZE -> Containers.size(arguments);
      case CONTAINS -> arguments.text(0).contains(arguments.text(1));
      case STARTS_WITH -> arguments.text(0).startsWith(arguments.text(1));
      case ENDS_WITH -> arguments.text(0).endsWith(arguments.text(1));
      case CHAR_AT -> Texts.charAt(arguments.text(0), arguments.integer(1));
      case INDEX_OF -> Texts.indexOf(arguments.text(0), arguments.text(1));
      case LAST_INDEX_OF -> Texts.lastIndexOf(arguments.text(0), arguments.text(1));
      case SUBSTRING -> Texts.substring(arguments.text(0), arguments.integer(1));
      case SUBSTRING_TO ->
        Texts.substring(arguments.text(0), arguments.integer(1), arguments.integer(2));
      case REPLACE -> arguments.text(0).replace(arguments.text(1), arguments.text(2));
      case REPLACE_SOME ->
        Texts.replace(
            arguments.text(0), arguments.text(1), arguments.text(2), arguments.integer(3));
      case SPLIT -> Texts.split(arguments.text(0), arguments.text(1), -1);
      case SPLIT_SOME -> Texts.split(arguments.text(0), arguments.text(1), arguments.integer(2));
      case JOIN -> Texts.join(arguments.list(0), "");
      case JOIN_WITH -> Texts.join(arguments.list(0), arguments.text(1));
      case TRIM -> Texts.trim(arguments.text(0));
      case LOWER_ASCII -> Texts.lowerAscii(arguments.text(0));
      case UPPER_ASCII -> Texts.upperAscii(arguments.text(0));
      case STRING -> Conversions.toText(arguments);
      case INT -> Conversions.toInteger(arguments);
      case DOUBLE -> Conversions.toDouble(arguments);
      case BOOL -> Conversions.toTruth(arguments);
      case TYPE -> Conversions.typeOf(arguments);
      case DYN -> values[0];
      case OPTIONAL_OF -> Optional.of(values[0]);
      case OPTIONAL_OF_NON_ZERO ->
        Containers.isZero(values[0]) ? Optional.empty() : Optional.of(values[0]);
      case OPTIONAL_NONE -> Optional.empty();
      case HAS_VALUE -> arguments.optional(0).isPresent();
      case VALUE ->
        arguments
            .optional(0)
            .map(Object.class::cast)
            .orElseThrow(() -> new EvaluationException("an optional without a value has none"));
    };
  }
}
