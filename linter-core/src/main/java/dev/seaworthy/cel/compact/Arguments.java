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
    if (values[index] instanceof String text) {
      return text;
    }
    throw unknown();
  }

  long integer(int index) {
    if (values[index] instanceof Long number) {
      return number;
    }
    throw unknown();
  }

  boolean truth(int index) {
    if (values[index] instanceof Boolean truth) {
      return truth;
    }
    throw unknown();
  }

  List<?> list(int index) {
    if (values[index] instanceof List<?> list) {
      return list;
    }
    throw unknown();
  }

  Optional<?> optional(int index) {
    if (values[index] instanceof Optional<?> optional) {
      return optional;
    }
    throw unknown();
  }

  EvaluationException unknown() {
    return EvaluationException.mistyped("no such overload: " + function);
  }
}
