package dev.seaworthy.cel;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * A list whose items are told apart by what they hold and not by where they stand, as a schema says with
 * {@code x-kubernetes-list-type}. In which order they are written makes no difference to an expression.
 */
public final class KeyedList extends AbstractList<Object> implements RandomAccess {

  private final List<Object> items;
  private final List<String> keys;

  private KeyedList(List<Object> items, List<String> keys) {
    this.items = List.copyOf(items);
    this.keys = List.copyOf(keys);
  }

  /** A list of the type {@code set}: an item is told by its whole value. */
  public static KeyedList set(List<Object> items) {
    return new KeyedList(items, List.of());
  }

  /** A list of the type {@code map}: an item is told by its fields {@code keys}. */
  public static KeyedList map(List<Object> items, List<String> keys) {
    return new KeyedList(items, keys);
  }

  /** What tells {@code item} from the others; a key that is not there is null. */
  @Nullable
  Object identity(Object item) {
    if (keys.isEmpty() || !(item instanceof Map<?, ?> fields)) {
      return item;
    }
    List<@Nullable Object> identity = new ArrayList<>(keys.size());
    for (String key : keys) {
      identity.add(fields.get(key));
    }
    return identity;
  }

  @Override
  public Object get(int index) {
    return items.get(index);
  }

  @Override
  public int size() {
    return items.size();
  }
}
