package dev.seaworthy.cel;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping as a Java map, in which entries written as {@code null} are not there. */
final class PlainMap extends AbstractMap<String, Object> {

  private final Mapping mapping;

  PlainMap(Mapping mapping) {
    this.mapping = mapping;
  }

  Mapping mapping() {
    return mapping;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    Node value = mapping.get(String.valueOf(key));
    return value.isAbsent() ? null : PlainValues.of(value);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return mapping.get(String.valueOf(key)).isPresent();
  }

  @Override
  public int size() {
    int size = 0;
    for (Mapping.Entry entry : mapping.entries()) {
      size += entry.value().isPresent() ? 1 : 0;
    }
    return size;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Mapping.Entry entry : mapping.entries()) {
      if (entry.value().isPresent()) {
        map.put(entry.key(), PlainValues.of(entry.value()));
      }
    }
    return map.entrySet();
  }

  @Override
  public String toString() {
    return mapping.toJson();
  }
}
