package dev.seaworthy.simulate.store;

import dev.seaworthy.api.Resource;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import org.jspecify.annotations.Nullable;

/**
 * The objects that one term of the index leads to, in the order of creation. To readers it is a list
 * that cannot be changed. It follows the store: who walks through it while objects are written sees
 * those that were there at the beginning and are not gone yet, in their newest state.
 *
 * <p>To add the newest object costs next to nothing, to take one out the search for it (gaps are
 * closed when they are half of the list), to add an older one a copy of the list. A new version of
 * an object costs nothing here: it is in the {@link Slot}.
 */
final class Bucket extends AbstractList<Resource> {

  private static final int SMALLEST = 4;

  private final IndexTerm term;
  private final Visits visits;
  private @Nullable Slot[] rows = new @Nullable Slot[SMALLEST];
  private long[] orders = new long[SMALLEST];
  private int end;
  private int size;

  Bucket(IndexTerm term, Visits visits) {
    this.term = term;
    this.visits = visits;
  }

  /** How many objects walks through lists have met. */
  static final class Visits {
    long count;
  }

  IndexTerm term() {
    return term;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Resource get(int index) {
    int left = index;
    for (int i = 0; i < end && index >= 0; i++) {
      Slot row = rows[i];
      if (row != null && left-- == 0) {
        return row.object;
      }
    }
    throw new IndexOutOfBoundsException(index);
  }

  /** Takes a row in that is not here yet. */
  void add(Slot row) {
    int found = end > 0 && orders[end - 1] >= row.order ? find(row) : -end - 1;
    int at = found >= 0 ? found : -found - 1;
    // A row that was here before finds its gap again.
    if (found < 0) {
      if (at < end || end == rows.length) {
        makeRoomAt(at);
      }
      end++;
    }
    orders[at] = row.order;
    rows[at] = row;
    size++;
  }

  private int find(Slot row) {
    return Arrays.binarySearch(orders, 0, end, row.order);
  }

  /** In new arrays, so that walks which are under way are not led astray. */
  private void makeRoomAt(int at) {
    int capacity = end == rows.length ? end * 2 : rows.length;
    long[] moreOrders = Arrays.copyOf(orders, capacity);
    @Nullable Slot[] moreRows = Arrays.copyOf(rows, capacity);
    System.arraycopy(orders, at, moreOrders, at + 1, end - at);
    System.arraycopy(rows, at, moreRows, at + 1, end - at);
    orders = moreOrders;
    rows = moreRows;
  }

  /** Takes a row out; gives whether that was the last one. */
  boolean remove(Slot row) {
    int at = find(row);
    if (at >= 0 && rows[at] == row) {
      rows[at] = null;
      size--;
      if (end > SMALLEST && size < end / 2) {
        closeGaps();
      }
    }
    return size == 0;
  }

  private void closeGaps() {
    int capacity = Math.max(SMALLEST, size * 2);
    long[] fewerOrders = new long[capacity];
    @Nullable Slot[] fewerRows = new @Nullable Slot[capacity];
    int to = 0;
    for (int from = 0; from < end; from++) {
      if (rows[from] != null) {
        fewerOrders[to] = orders[from];
        fewerRows[to++] = rows[from];
      }
    }
    orders = fewerOrders;
    rows = fewerRows;
    end = to;
  }

  @Override
  public Iterator<Resource> iterator() {
    return new Walk(rows, end, visits);
  }

  /** Of no known size, since what is walked through may be written meanwhile. */
  @Override
  public Spliterator<Resource> spliterator() {
    return Spliterators.spliteratorUnknownSize(
        iterator(), Spliterator.ORDERED | Spliterator.NONNULL);
  }

  private static final class Walk implements Iterator<Resource> {
    private final @Nullable Slot[] rows;
    private final int end;
    private final Visits visits;
    private int at;

    private Walk(@Nullable Slot[] rows, int end, Visits visits) {
      this.rows = rows;
      this.end = end;
      this.visits = visits;
    }

    @Override
    public boolean hasNext() {
      while (at < end && rows[at] == null) {
        at++;
      }
      return at < end;
    }

    @Override
    public Resource next() {
      Slot row = hasNext() ? rows[at++] : null;
      if (row == null) {
        throw new NoSuchElementException();
      }
      visits.count++;
      return row.object;
    }
  }
}
