package dev.seaworthy.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A list of values, in order. */
public final class Sequence extends Node {

  public static final Sequence EMPTY = new Sequence(List.of(), Span.NONE);

  private final List<Node> items;
  private final long place;
  private final @Nullable Span wide;

  public Sequence(List<Node> items, Span span) {
    this.items = List.copyOf(items);
    this.place = span.packed();
    this.wide = place == Span.TOO_WIDE ? span : null;
  }

  /** A list in the place of {@code other}. */
  private Sequence(List<Node> items, Sequence other) {
    this.items = List.copyOf(items);
    this.place = other.place;
    this.wide = other.wide;
  }

  public static Sequence of(List<? extends Node> items) {
    return new Sequence(List.copyOf(items), Span.NONE);
  }

  public static Sequence ofStrings(List<String> items) {
    return of(items.stream().map(Scalar::of).toList());
  }

  @Override
  public List<Node> items() {
    return items;
  }

  @Override
  public Span span() {
    return wide == null ? Span.unpacked(place) : wide;
  }

  /** Other items in the place of this list. */
  public Sequence holding(List<Node> others) {
    return new Sequence(others, this);
  }

  @Override
  public Node get(int index) {
    return index >= 0 && index < items.size() ? items.get(index) : Absent.INSTANCE;
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public boolean isSequence() {
    return true;
  }

  /** This list with {@code item} at its end. */
  public Sequence plus(Node item) {
    List<Node> longer = new ArrayList<>(items);
    longer.add(item);
    return new Sequence(longer, this);
  }

  @Override
  public boolean sameAs(Node other) {
    if (other == this) {
      return true;
    }
    if (!(other instanceof Sequence sequence) || sequence.size() != size()) {
      return false;
    }
    for (int i = 0; i < items.size(); i++) {
      if (!items.get(i).sameAs(sequence.items.get(i))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Sequence sequence
            && items.equals(sequence.items)
            && place == sequence.place
            && Objects.equals(wide, sequence.wide));
  }

  @Override
  public int hashCode() {
    return items.hashCode();
  }

  @Override
  public String toString() {
    return toJson();
  }
}
