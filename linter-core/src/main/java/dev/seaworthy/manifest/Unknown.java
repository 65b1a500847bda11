package dev.seaworthy.manifest;

import java.util.List;
import java.util.Optional;

/**
 * A value that somebody wrote and nobody can tell: what it says of itself is that it is there. It is
 * neither text nor number, has no items, and equals only itself. Whoever asks it anything learns
 * nothing and is noted down, so that what was concluded from the answer can be dropped.
 */
public final class Unknown extends Node {

  private final Span span;
  private final Questions questions;

  /** How often the unknown values of an object were asked. For one thread. */
  public static final class Questions {

    private int count;

    public int count() {
      return count;
    }
  }

  /** A value written at {@code span}; {@code questions} counts who asks for it. */
  public Unknown(Span span, Questions questions) {
    this.span = span;
    this.questions = questions;
  }

  private <T> T asked(T answer) {
    questions.count++;
    return answer;
  }

  @Override
  public Span span() {
    return span;
  }

  @Override
  public Node get(String key) {
    return asked(Absent.INSTANCE);
  }

  @Override
  public Node get(int index) {
    return asked(Absent.INSTANCE);
  }

  @Override
  public List<Node> items() {
    return asked(List.of());
  }

  @Override
  public List<Mapping.Entry> entries() {
    return asked(List.of());
  }

  @Override
  public int size() {
    return asked(0);
  }

  @Override
  public boolean isAbsent() {
    return asked(false);
  }

  @Override
  public boolean isMapping() {
    return asked(false);
  }

  @Override
  public boolean isSequence() {
    return asked(false);
  }

  @Override
  public boolean isString() {
    return asked(false);
  }

  @Override
  public Optional<String> asString() {
    return asked(Optional.empty());
  }

  @Override
  public Optional<Long> asLong() {
    return asked(Optional.empty());
  }

  @Override
  public Optional<Boolean> asBoolean() {
    return asked(Optional.empty());
  }

  @Override
  public String stringOr(String other) {
    return asked(other);
  }

  @Override
  public long longOr(long other) {
    return asked(other);
  }

  @Override
  public boolean booleanOr(boolean other) {
    return asked(other);
  }

  @Override
  public boolean sameAs(Node other) {
    return asked(other == this);
  }
}
