package dev.seaworthy.cel;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values by name, converted already. The library would walk through a plain map at each access; a
 * value of its own kind it takes as it is.
 */
@SuppressWarnings("Immutable") // Nobody changes the map, but it has not the library's annotation.
public final class ObjectView extends MapValue {

  private final Map<String, Object> values;

  /** A view of {@code values}, all of which are values of CEL. */
  public ObjectView(Map<String, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return values.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return values.containsKey(key);
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return values.containsValue(value);
  }

  @Override
  public int size() {
    return values.size();
  }

  @Override
  public boolean isEmpty() {
    return values.isEmpty();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return values.entrySet();
  }

  @Override
  public Set<String> keySet() {
    return values.keySet();
  }

  @Override
  public Collection<Object> values() {
    return values.values();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
