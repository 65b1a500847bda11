package dev.seaworthy.cel.compact;

import dev.seaworthy.cel.PlainValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From one type to another. */
final class Conversions {

  private static final double BEYOND_LONG = 0x1p63;

  private Conversions() {}

  static Object toText(Arguments arguments) {
    Object value = arguments.get(0);
    if (value instanceof String || value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    throw arguments.unknown();
  }

  static Object toInteger(Arguments arguments) {
    Object value = arguments.get(0);
    if (value instanceof String text) {
      return Long.parseLong(text);
    }
    if (value instanceof Double number) {
      if (!(Math.abs(number) < BEYOND_LONG)) {
        throw EvaluationException.unreadable("the number is too large for an integer");
      }
      return number.longValue();
    }
    return arguments.integer(0);
  }

  static Object toDouble(Arguments arguments) {
    Object value = arguments.get(0);
    if (value instanceof String text) {
      return Double.parseDouble(text);
    }
    return value instanceof Double ? value : (Object) (double) arguments.integer(0);
  }

  static Object toTruth(Arguments arguments) {
    if (arguments.get(0) instanceof Boolean truth) {
      return truth;
    }
    return switch (arguments.text(0)) {
      case "true", "True", "TRUE", "t", "1" -> true;
      case "false", "False", "FALSE", "f", "0" -> false;
      default -> throw EvaluationException.unreadable("the text is no truth");
    };
  }

  static Object typeOf(Arguments arguments) {
    Object value = arguments.get(0);
    if (value instanceof List<?>) {
      return new Constant.TypeName("list");
    }
    if (value instanceof Map<?, ?>) {
      return new Constant.TypeName("map");
    }
    if (value instanceof Optional<?>) {
      return new Constant.TypeName("optional_type");
    }
    return new Constant.TypeName(nameOf(value, arguments));
  }

  private static String nameOf(Object value, Arguments arguments) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Long) {
      return "int";
    }
    if (value instanceof Double) {
      return "double";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    if (value == PlainValues.Null.NULL) {
      return "null_type";
    }
    throw arguments.unknown();
  }
}
