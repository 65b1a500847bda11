package dev.seaworthy.manifest;

import java.util.List;
import java.util.Optional;

/**
 * A value of a document: an immutable tree that answers every question, also about what is absent,
 * so that callers need no null checks. A value written as {@code null} is a {@link Scalar} of kind
 * {@link Scalar.Kind#NULL}; what is not there at all is {@link Absent}; what is there and cannot be
 * told is {@link Unknown}.
 *
 * <p>Asking a node for something that it is not (an item of a mapping, the text of a list) gives
 * the absent answer; it never throws.
 */
public sealed interface Node permits Mapping, Sequence, Scalar, Unknown, Absent {

  /** Where it is written; {@link Span#NONE} if nobody wrote it. */
  Span span();

  /** The value under {@code key}; absent if there is none or this is no mapping. */
  default Node get(String key) {
    return Absent.INSTANCE;
  }

  /** The item at {@code index}, from 0; absent if there is none or this is no sequence. */
  default Node get(int index) {
    return Absent.INSTANCE;
  }

  /** The value that a chain of keys leads to. */
  default Node at(String... keys) {
    Node node = this;
    for (String key : keys) {
      node = node.get(key);
    }
    return node;
  }

  /** The value at {@code path}. */
  default Node at(FieldPath path) {
    return path.resolve(this);
  }

  /** The items of a sequence, in order; empty for anything else. */
  default List<Node> items() {
    return List.of();
  }

  /** The entries of a mapping, in the order written; empty for anything else. */
  default List<Mapping.Entry> entries() {
    return List.of();
  }

  /** How many items or entries there are. */
  default int size() {
    return 0;
  }

  /** Whether there is no value here, or one written as {@code null}: Kubernetes takes both alike. */
  default boolean isAbsent() {
    return false;
  }

  /** Whether there is a value here that is not {@code null}. */
  default boolean isPresent() {
    return !isAbsent();
  }

  default boolean isMapping() {
    return false;
  }

  default boolean isSequence() {
    return false;
  }

  default boolean isString() {
    return false;
  }

  /** The text of a string scalar. */
  default Optional<String> asString() {
    return Optional.empty();
  }

  /** The value of an integer scalar that fits 64 bits. */
  default Optional<Long> asLong() {
    return Optional.empty();
  }

  /** The value of a boolean scalar. */
  default Optional<Boolean> asBoolean() {
    return Optional.empty();
  }

  /** The text of a string scalar, or {@code other}. */
  default String stringOr(String other) {
    return other;
  }

  /** The text of a string scalar; empty if there is none, as in Go. */
  default String text() {
    return stringOr("");
  }

  default long longOr(long other) {
    return other;
  }

  default boolean booleanOr(boolean other) {
    return other;
  }

  /** Whether a boolean {@code true} stands here. */
  default boolean isTrue() {
    return booleanOr(false);
  }

  /**
   * Whether {@code other} means the same, wherever it is written: order of keys does not matter,
   * absent and {@code null} are the same.
   */
  boolean sameAs(Node other);

  /** This value as compact JSON. */
  default String toJson() {
    StringBuilder out = new StringBuilder();
    JsonWriter.compact(out).value(this);
    return out.toString();
  }
}
