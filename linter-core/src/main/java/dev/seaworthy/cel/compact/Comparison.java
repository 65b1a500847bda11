package dev.seaworthy.cel.compact;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Equality and order. Numbers are compared by value, whatever their type. */
final class Comparison {

  private Comparison() {}

  static boolean areEqual(Object one, Object other) {
    // Most are texts; whether a text is a list or a map Java is slow to deny.
    if (one instanceof String || one instanceof Boolean) {
      return one.equals(other);
    }
    if (one instanceof Number && other instanceof Number) {
      return numbersAreEqual(one, other);
    }
    if (one instanceof List<?> list && other instanceof List<?> more) {
      return listsAreEqual(list, more);
    }
    if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> more) {
      return mapsAreEqual(map, more);
    }
    if (one instanceof Optional<?> optional && other instanceof Optional<?> more) {
      return optional.isPresent() && more.isPresent()
          ? areEqual(optional.get(), more.get())
          : optional.isPresent() == more.isPresent();
    }
    return one.equals(other);
  }

  private static boolean numbersAreEqual(Object one, Object other) {
    if (isNotNumber(one) || isNotNumber(other)) {
      return false;
    }
    return compareNumbers(one, other) == 0;
  }

  private static boolean isNotNumber(Object value) {
    return value instanceof Double number && number.isNaN();
  }

  private static boolean listsAreEqual(List<?> list, List<?> other) {
    if (list.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < list.size(); i++) {
      if (!areEqual(list.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean mapsAreEqual(Map<?, ?> map, Map<?, ?> other) {
    if (map.size() != other.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object value = other.get(entry.getKey());
      if (value == null || !areEqual(entry.getValue(), value)) {
        return false;
      }
    }
    return true;
  }

  /** Negative, zero or positive, of two numbers, texts or truths. */
  static int compare(Arguments arguments) {
    Object left = arguments.get(0);
    Object right = arguments.get(1);
    if (left instanceof String text && right instanceof String other) {
      return text.compareTo(other);
    }
    if (left instanceof Boolean truth && right instanceof Boolean other) {
      return truth.compareTo(other);
    }
    if (left instanceof Number && right instanceof Number) {
      return compareNumbers(left, right);
    }
    throw arguments.unknown();
  }

  private static int compareNumbers(Object left, Object right) {
    if (left instanceof Long number && right instanceof Long other) {
      return number.compareTo(other);
    }
    if (left instanceof Double number && right instanceof Double other) {
      // Zero and minus zero are the same number, which Double.compare denies.
      return number < other ? -1 : number > other ? 1 : 0;
    }
    return left instanceof Double number
        ? -compareMixed((Long) right, number)
        : compareMixed((Long) left, (Double) right);
  }

  private static int compareMixed(long integer, double number) {
    return Double.isInfinite(number) || Double.isNaN(number)
        ? Double.compare(0, number)
        : new BigDecimal(integer).compareTo(new BigDecimal(number));
  }
}
