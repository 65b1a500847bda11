package dev.seaworthy.cel.compact;

import java.util.ArrayList;
import java.util.List;

/** Arithmetic. Integers do not wrap; integers and doubles do not mix. */
final class Numbers {

  private Numbers() {}

  static Object negate(Arguments arguments) {
    return arguments.get(0) instanceof Double number
        ? (Object) (-number)
        : Math.negateExact(arguments.integer(0));
  }

  static Object add(Arguments arguments) {
    Object left = arguments.get(0);
    Object right = arguments.get(1);
    if (left instanceof String text && right instanceof String more) {
      return text.concat(more);
    }
    if (left instanceof List<?> list && right instanceof List<?> more) {
      List<Object> all = new ArrayList<>(list);
      all.addAll(more);
      return all;
    }
    return areDoubles(arguments)
        ? (Object) ((Double) left + (Double) right)
        : Math.addExact(arguments.integer(0), arguments.integer(1));
  }

  static Object subtract(Arguments arguments) {
    return areDoubles(arguments)
        ? (Object) ((Double) arguments.get(0) - (Double) arguments.get(1))
        : Math.subtractExact(arguments.integer(0), arguments.integer(1));
  }

  static Object multiply(Arguments arguments) {
    return areDoubles(arguments)
        ? (Object) ((Double) arguments.get(0) * (Double) arguments.get(1))
        : Math.multiplyExact(arguments.integer(0), arguments.integer(1));
  }

  static Object divide(Arguments arguments) {
    if (areDoubles(arguments)) {
      return (Double) arguments.get(0) / (Double) arguments.get(1);
    }
    long dividend = arguments.integer(0);
    long divisor = arguments.integer(1);
    return divisor == -1 ? Math.negateExact(dividend) : dividend / divisor;
  }

  static Object modulo(Arguments arguments) {
    return arguments.integer(0) % arguments.integer(1);
  }

  private static boolean areDoubles(Arguments arguments) {
    return arguments.get(0) instanceof Double && arguments.get(1) instanceof Double;
  }
}
