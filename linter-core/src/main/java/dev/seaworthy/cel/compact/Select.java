package dev.seaworthy.cel.compact;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field of a map. On an optional all ways to ask give an optional, or say that nothing is there. */
record Select(Way way, Expression operand, String field) implements Expression {

  /** How a field is asked for. */
  enum Way {
    /** {@code a.b}: no value if it is absent. */
    VALUE,
    /** {@code has(a.b)}. */
    TEST,
    /** {@code a.?b}. */
    OPTIONAL
  }

  @Override
  public Object evaluate(Scope scope) {
    Object target = operand.evaluate(scope);
    if (target instanceof Optional<?> optional) {
      return way == Way.TEST
          ? (Object) optional.filter(this::isIn).isPresent()
          : optional.map(this::find);
    }
    @Nullable Object found = find(target);
    return switch (way) {
      case TEST -> found != null;
      case OPTIONAL -> Optional.ofNullable(found);
      case VALUE -> {
        if (found == null) {
          throw new EvaluationException("key '" + field + "' is not present in map.");
        }
        yield found;
      }
    };
  }

  private boolean isIn(Object target) {
    return target instanceof Map<?, ?> map && map.containsKey(field);
  }

  private @Nullable Object find(Object target) {
    if (target instanceof Map<?, ?> map) {
      return map.get(field);
    }
    if (way == Way.OPTIONAL) {
      return null;
    }
    throw EvaluationException.mistyped("there is no field '" + field + "' in what is no map");
  }

  @Override
  public Expression knowing(Known known) {
    Select settled = new Select(way, operand.knowing(known), field);
    return settled.operand instanceof Constant ? Known.valueOf(settled) : settled;
  }
}
