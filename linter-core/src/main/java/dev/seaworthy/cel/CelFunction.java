package dev.seaworthy.cel;

import java.util.List;

/**
 * A function that expressions can call: how it is declared and what it does, in one place, because
 * a checked expression finds its function by the overload's id.
 *
 * @param name as expressions write it
 * @param overloadId unique among all functions
 * @param style whether it is called on its first parameter or stands alone
 * @param result the type of what it gives
 */
public record CelFunction(
    String name,
    String overloadId,
    Style style,
    ValueType result,
    List<Parameter> parameters,
    Body body) {

  /** How a function is called. */
  public enum Style {
    /** {@code name(a, b)}. */
    GLOBAL,
    /** {@code a.name(b)}. */
    MEMBER
  }

  /** A parameter: its type in CEL and the Java class that values of it have. */
  public record Parameter(ValueType type, Class<?> javaClass) {}

  /**
   * What a function does. Takes and gives values of CEL as {@link PlainValues} has them: Long, never
   * Integer; no null. A mapping that it is given is a {@link java.util.Map}, a sequence a {@link List}.
   */
  @FunctionalInterface
  public interface Body {
    Object apply(Object[] arguments);
  }

  public CelFunction {
    parameters = List.copyOf(parameters);
  }

  /** A function that is called alone. */
  public static CelFunction global(
      String name, String overloadId, ValueType result, List<Parameter> parameters, Body body) {
    return new CelFunction(name, overloadId, Style.GLOBAL, result, parameters, body);
  }

  /** A function that is called on its first parameter. */
  public static CelFunction member(
      String name, String overloadId, ValueType result, List<Parameter> parameters, Body body) {
    return new CelFunction(name, overloadId, Style.MEMBER, result, parameters, body);
  }
}
