package dev.seaworthy.cel;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
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
    CelType result,
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
  public record Parameter(CelType type, Class<?> javaClass) {}

  /** What a function does. Gives a value of CEL: Long, never Integer; no null. */
  @FunctionalInterface
  public interface Body {
    Object apply(Object[] arguments);
  }

  public CelFunction {
    parameters = List.copyOf(parameters);
  }

  /** A function that is called alone. */
  public static CelFunction global(
      String name, String overloadId, CelType result, List<Parameter> parameters, Body body) {
    return new CelFunction(name, overloadId, Style.GLOBAL, result, parameters, body);
  }

  /** A function that is called on its first parameter. */
  public static CelFunction member(
      String name, String overloadId, CelType result, List<Parameter> parameters, Body body) {
    return new CelFunction(name, overloadId, Style.MEMBER, result, parameters, body);
  }

  CelFunctionDecl declaration() {
    List<CelType> types = parameters.stream().map(Parameter::type).toList();
    return CelFunctionDecl.newFunctionDeclaration(
        name,
        style == Style.MEMBER
            ? CelOverloadDecl.newMemberOverload(overloadId, result, types)
            : CelOverloadDecl.newGlobalOverload(overloadId, result, types));
  }

  @SuppressWarnings("Immutable") // A body has no state; it only lacks the library's annotation.
  CelFunctionBinding binding() {
    List<Class<?>> classes =
        parameters.stream().<Class<?>>map(Parameter::javaClass).toList();
    return CelFunctionBinding.from(overloadId, classes, body::apply);
  }
}
