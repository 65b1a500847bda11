package dev.seaworthy.cel.compact;

import dev.seaworthy.cel.PlainValues;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Items of lists and maps. */
final class Containers {

  private Containers() {}

  /** Whether the second argument, a list or the keys of a map, has the first. */
  static boolean contains(Arguments arguments) {
    Object item = arguments.get(0);
    if (!(arguments.get(1) instanceof List<?>) && arguments.get(1) instanceof Map<?, ?> map) {
      return map.containsKey(item);
    }
    for (Object one : arguments.list(1)) {
      if (Comparison.areEqual(item, one)) {
        return true;
      }
    }
    return false;
  }

  static Object size(Arguments arguments) {
    Object value = arguments.get(0);
    if (value instanceof String text) {
      return (long) text.codePointCount(0, text.length());
    }
    return (long)
        (value instanceof Map<?, ?> map ? map.size() : arguments.list(0).size());
  }

  static Object item(Arguments arguments) {
    Object key = arguments.get(1);
    if (arguments.get(0) instanceof Optional<?>) {
      return optionalItem(arguments.get(0), key);
    }
    return find(arguments.get(0), key)
        .orElseThrow(() -> new EvaluationException("there is no item " + key));
  }

  static Object optionalItem(Object container, Object key) {
    return container instanceof Optional<?> optional
        ? optional.flatMap(value -> find(value, key))
        : find(container, key);
  }

  private static Optional<Object> find(Object container, Object key) {
    if (container instanceof Map<?, ?> map) {
      return Optional.ofNullable(map.get(key));
    }
    if (container instanceof List<?> list && index(key) instanceof Long index) {
      return index >= 0 && index < list.size()
          ? Optional.of(list.get((int) (long) index))
          : Optional.empty();
    }
    throw EvaluationException.mistyped("no such overload: _[_]");
  }

  /** A whole number that is written as a double serves as well. */
  private static Object index(Object key) {
    return key instanceof Double number && number == Math.rint(number)
        ? (Object) number.longValue()
        : key;
  }

  /** Whether it is the value that a type has where nothing is written. */
  static boolean isZero(Object value) {
    return value.equals(0L)
        || value.equals(0.0)
        || value.equals(false)
        || value.equals("")
        || value == PlainValues.Null.NULL
        || value instanceof List<?> list && list.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }
}
