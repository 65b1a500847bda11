package dev.seaworthy.manifest;

import java.util.Collections;
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
 *
 * <p>A class and no interface, because nearly all that this program does is to ask nodes: calls through
 * an interface take longer. Lists of nothing are those of {@link Collections}, which all have one
 * iterator.
 */
public abstract sealed class Node permits Mapping, Sequence, Scalar, Unknown, Absent {

  /** Where it is written; {@link Span#NONE} if nobody wrote it. */
  public abstract Span span();

  /** The value under {@code key}; absent if there is none or this is no mapping. */
  public Node get(String key) {
    return Absent.INSTANCE;
  }

  /** The item at {@code index}, from 0; absent if there is none or this is no sequence. */
  public Node get(int index) {
    return Absent.INSTANCE;
  }

  /** The value that a chain of keys leads to. */
  public Node at(String... keys) {
    Node node = this;
    for (String key : keys) {
      node = node.get(key);
    }
    return node;
  }

  /** The value at {@code path}. */
  public Node at(FieldPath path) {
    return path.resolve(this);
  }

  /** The items of a sequence, in order; empty for anything else. */
  public List<Node> items() {
    return Collections.emptyList();
  }

  /** The entries of a mapping, in the order written; empty for anything else. */
  public List<Mapping.Entry> entries() {
    return Collections.emptyList();
  }

  /** How many items or entries there are. */
  public int size() {
    return 0;
  }

  /** Whether there is no value here, or one written as {@code null}: Kubernetes takes both alike. */
  public boolean isAbsent() {
    return false;
  }

  /** Whether there is a value here that is not {@code null}. */
  public boolean isPresent() {
    return !isAbsent();
  }

  public boolean isMapping() {
    return false;
  }

  public boolean isSequence() {
    return false;
  }

  public boolean isString() {
    return false;
  }

  /** The text of a string scalar. */
  public Optional<String> asString() {
    return Optional.empty();
  }

  /** The value of an integer scalar that fits 64 bits. */
  public Optional<Long> asLong() {
    return Optional.empty();
  }

  /** The value of a boolean scalar. */
  public Optional<Boolean> asBoolean() {
    return Optional.empty();
  }

  /** The text of a string scalar, or {@code other}. */
  public String stringOr(String other) {
    return other;
  }

  /** The text of a string scalar; empty if there is none, as in Go. */
  public String text() {
    return stringOr("");
  }

  public long longOr(long other) {
    return other;
  }

  public boolean booleanOr(boolean other) {
    return other;
  }

  /** Whether a boolean {@code true} stands here. */
  public boolean isTrue() {
    return booleanOr(false);
  }

  /**
   * Whether {@code other} means the same, wherever it is written: order of keys does not matter,
   * absent and {@code null} are the same.
   */
  public abstract boolean sameAs(Node other);

  /** This value as compact JSON. */
  public String toJson() {
    StringBuilder out = new StringBuilder();
    JsonWriter.compact(out).value(this);
    return out.toString();
  }
}
