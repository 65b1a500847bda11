package dev.seaworthy.cel;

import java.util.List;

/**
 * The type of a value in an expression. The library has types of its own; these are ours, so that
 * functions can be known and called without loading it.
 *
 * @param name of an opaque type or of a type parameter; empty for the others
 * @param parameters the types of what a list, a map or an optional holds
 */
public record ValueType(Kind kind, String name, List<ValueType> parameters) {

  public static final ValueType BOOL = simple(Kind.BOOL);
  public static final ValueType INT = simple(Kind.INT);
  public static final ValueType UINT = simple(Kind.UINT);
  public static final ValueType DOUBLE = simple(Kind.DOUBLE);
  public static final ValueType STRING = simple(Kind.STRING);
  public static final ValueType BYTES = simple(Kind.BYTES);
  public static final ValueType DURATION = simple(Kind.DURATION);
  public static final ValueType TIMESTAMP = simple(Kind.TIMESTAMP);

  /** Known only when the expression runs. */
  public static final ValueType DYN = simple(Kind.DYN);

  /** What a type is. */
  public enum Kind {
    BOOL,
    INT,
    UINT,
    DOUBLE,
    STRING,
    BYTES,
    DURATION,
    TIMESTAMP,
    DYN,
    LIST,
    MAP,
    OPTIONAL,
    /** A type that only functions know. */
    OPAQUE,
    /** Any type, but the same one wherever a signature has the name. */
    PARAMETER
  }

  public ValueType {
    parameters = List.copyOf(parameters);
  }

  private static ValueType simple(Kind kind) {
    return new ValueType(kind, "", List.of());
  }

  public static ValueType list(ValueType item) {
    return new ValueType(Kind.LIST, "", List.of(item));
  }

  public static ValueType map(ValueType key, ValueType value) {
    return new ValueType(Kind.MAP, "", List.of(key, value));
  }

  public static ValueType optional(ValueType value) {
    return new ValueType(Kind.OPTIONAL, "", List.of(value));
  }

  public static ValueType opaque(String name) {
    return new ValueType(Kind.OPAQUE, name, List.of());
  }

  public static ValueType parameter(String name) {
    return new ValueType(Kind.PARAMETER, name, List.of());
  }
}
