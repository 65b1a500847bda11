package dev.seaworthy.api;

import java.util.List;
import java.util.Optional;

/**
 * What a value may be. A closed family; struct types are resolved lazily by whoever holds the
 * catalogue, because the API's types refer to themselves (JSONSchemaProps).
 */
public sealed interface Type {

  /** Text. */
  record Text() implements Type {}

  /** Base64 of bytes. */
  record Bytes() implements Type {}

  /** A whole number of 32 or 64 bits. */
  record Whole(int bits) implements Type {}

  /** A number that may have a fraction. */
  record Real() implements Type {}

  record Truth() implements Type {}

  /** A resource quantity: text or a number, such as {@code 500m} or {@code 2}. */
  record Quantity() implements Type {}

  /** A number or text (a port's number or name, a count or a percentage). */
  record IntOrString() implements Type {}

  /** An RFC 3339 time; {@code micro} asks for six digits of a fraction (metav1.MicroTime). */
  record Time(boolean micro) implements Type {}

  /** A Go duration such as {@code 1m30s} (metav1.Duration). */
  record Duration() implements Type {}

  /**
   * Any JSON: RawExtension, FieldsV1, JSON, the variants of JSONSchemaProps; or (where {@code
   * objectOnly}) any JSON object.
   */
  record Anything(boolean objectOnly) implements Type {}

  /** A struct: fields by name. */
  non-sealed interface Struct extends Type {
    /** The type's name: group/version.Name as constraint files write it, {@code core/v1.Container}. */
    String name();

    /** The fields, in alphabetical order. */
    List<Field> fields();

    /** The field of that very name, upper and lower case told apart. */
    Optional<Field> field(String name);

    /** Whether it is owned as a whole, not field by field (x-kubernetes-map-type: atomic). */
    default boolean atomic() {
      return false;
    }

    /** Whether fields that it does not declare are kept (x-kubernetes-preserve-unknown-fields). */
    default boolean open() {
      return false;
    }
  }

  /** A list. */
  record ListOf(Type item, ListKind kind, List<String> mapKeys) implements Type {}

  /** A map from text to values of one type. */
  record MapOf(Type value) implements Type {}

  /** How the server tells the items of a list apart (x-kubernetes-list-type). */
  enum ListKind {
    ATOMIC,
    SET,
    MAP
  }
}
