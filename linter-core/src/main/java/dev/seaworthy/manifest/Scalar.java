package dev.seaworthy.manifest;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A single value. */
public final class Scalar extends Node {

  private final Kind kind;
  private final String value;
  private final long place;
  private final @Nullable Span wide;

  /**
   * @param kind what the text resolved to
   * @param value the text of a string, without quotes; otherwise the JSON text that {@code kubectl}
   *     would send ({@code true}, {@code 420}, {@code 1e+21}, {@code null})
   */
  public Scalar(Kind kind, String value, Span span) {
    this.kind = kind;
    this.value = value;
    this.place = span.packed();
    this.wide = place == Span.TOO_WIDE ? span : null;
  }

  /** What the text resolved to. */
  public Kind kind() {
    return kind;
  }

  /** The text of a string, without quotes; otherwise its JSON text. */
  public String value() {
    return value;
  }

  @Override
  public Span span() {
    return wide == null ? Span.unpacked(place) : wide;
  }

  /** What a scalar resolves to: the types of JSON, integers apart. */
  public enum Kind {
    STRING,
    INTEGER,
    FLOAT,
    BOOLEAN,
    NULL
  }

  public static Scalar of(String text) {
    return new Scalar(Kind.STRING, text, Span.NONE);
  }

  /** A string at its place. */
  public static Scalar of(String text, Span span) {
    return new Scalar(Kind.STRING, text, span);
  }

  public static Scalar of(long number) {
    return new Scalar(Kind.INTEGER, Long.toString(number), Span.NONE);
  }

  public static Scalar of(boolean truth) {
    return new Scalar(Kind.BOOLEAN, Boolean.toString(truth), Span.NONE);
  }

  @Override
  public boolean isAbsent() {
    return kind == Kind.NULL;
  }

  @Override
  public boolean isString() {
    return kind == Kind.STRING;
  }

  /** Whether this is a number, whole or not. */
  public boolean isNumber() {
    return kind == Kind.INTEGER || kind == Kind.FLOAT;
  }

  @Override
  public Optional<String> asString() {
    return isString() ? Optional.of(value) : Optional.empty();
  }

  @Override
  public String text() {
    return isString() ? value : "";
  }

  @Override
  public String stringOr(String other) {
    return isString() ? value : other;
  }

  @Override
  public Optional<Long> asLong() {
    if (kind != Kind.INTEGER) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(value));
    } catch (NumberFormatException tooLarge) {
      return Optional.empty();
    }
  }

  @Override
  public long longOr(long other) {
    if (kind != Kind.INTEGER) {
      return other;
    }
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException tooLarge) {
      return other;
    }
  }

  @Override
  public Optional<Boolean> asBoolean() {
    return kind == Kind.BOOLEAN ? Optional.of(value.equals("true")) : Optional.empty();
  }

  @Override
  public boolean booleanOr(boolean other) {
    return kind == Kind.BOOLEAN ? value.equals("true") : other;
  }

  @Override
  public boolean sameAs(Node other) {
    if (!(other instanceof Scalar scalar)) {
      return isAbsent() && other.isAbsent();
    }
    if (isNumber() && scalar.isNumber()) {
      return value.equals(scalar.value)
          || new BigDecimal(value).compareTo(new BigDecimal(scalar.value)) == 0;
    }
    return kind == scalar.kind && value.equals(scalar.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Scalar scalar
        && kind == scalar.kind
        && value.equals(scalar.value)
        && place == scalar.place
        && Objects.equals(wide, scalar.wide);
  }

  @Override
  public int hashCode() {
    return value.hashCode() * 31 + kind.hashCode();
  }

  @Override
  public String toString() {
    return toJson();
  }
}
