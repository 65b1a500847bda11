package dev.seaworthy.cel;

import dev.seaworthy.manifest.Sequence;
import java.util.AbstractList;
import java.util.RandomAccess;

/** A list as CEL sees it. */
final class SequenceView extends AbstractList<Object> implements RandomAccess {

  private final Sequence sequence;

  SequenceView(Sequence sequence) {
    this.sequence = sequence;
  }

  Sequence sequence() {
    return sequence;
  }

  @Override
  public Object get(int index) {
    return CelValues.of(sequence.items().get(index));
  }

  @Override
  public int size() {
    return sequence.size();
  }
}
