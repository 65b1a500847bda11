package dev.seaworthy.manifest;

import java.util.ArrayList;
import java.util.List;

/** A list of values, in order. */
public record Sequence(List<Node> items, Span span) implements Node {

  public static final Sequence EMPTY = new Sequence(List.of(), Span.NONE);

  public Sequence {
    items = List.copyOf(items);
  }

  public static Sequence of(List<? extends Node> items) {
    return new Sequence(List.copyOf(items), Span.NONE);
  }

  public static Sequence ofStrings(List<String> items) {
    return of(items.stream().map(Scalar::of).toList());
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
    return new Sequence(longer, span);
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
  public String toString() {
    return toJson();
  }
}
