package dev.seaworthy.cel;

import dev.seaworthy.manifest.Sequence;
import java.util.AbstractList;
import java.util.RandomAccess;

/** A sequence as a Java list. */
final class PlainList extends AbstractList<Object> implements RandomAccess {

  private final Sequence sequence;

  PlainList(Sequence sequence) {
    this.sequence = sequence;
  }

  Sequence sequence() {
    return sequence;
  }

  @Override
  public Object get(int index) {
    return PlainValues.of(sequence.items().get(index));
  }

  @Override
  public int size() {
    return sequence.size();
  }
}
