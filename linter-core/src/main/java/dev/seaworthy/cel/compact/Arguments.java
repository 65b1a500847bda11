package dev.seaworthy.cel.compact;

import java.util.List;
import java.util.Optional;

/** What a function is called with. A value of the wrong type means that there is no such function. */
final class Arguments {

  private final String function;
  private final Object[] values;

  Arguments(String function, Object[] values) {
    this.function = function;
    this.values = values;
  }

  Object get(int index) {
    return values[index];
  }

  String text(int index) {
    return get(index, String.class);
  }

  long integer(int index) {
    return get(index, Long.class);
  }

  boolean truth(int index) {
    return get(index, Boolean.class);
  }

  List<?> list(int index) {
    return get(index, List.class);
  }

  Optional<?> optional(int index) {
    return get(index, Optional.class);
  }

  private <T> T get(int index, Class<T> type) {
    if (type.isInstance(values[index])) {
      return type.cast(values[index]);
    }
    throw unknown();
  }

  EvaluationException unknown() {
    return EvaluationException.mistyped("no such overload: " + function);
  }
}
