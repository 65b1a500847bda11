package dev.seaworthy.cel;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A mapping as CEL sees it. The library walks through a plain map at each access to convert what is
 * in it; a value of its own kind it takes as it is, so this is both.
 */
@SuppressWarnings(
    "Immutable") // The tree is immutable, but not annotated with the library's annotation.
final class MappingView extends MapValue {

  private final Mapping mapping;

  MappingView(Mapping mapping) {
    this.mapping = mapping;
  }

  Mapping mapping() {
    return mapping;
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    Node value = mapping.get(String.valueOf(key));
    return value.isAbsent() ? null : CelValues.of(value);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return mapping.get(String.valueOf(key)).isPresent();
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return values().contains(value);
  }

  @Override
  public int size() {
    return (int)
        mapping.entries().stream().filter(entry -> entry.value().isPresent()).count();
  }

  @Override
  public boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return toMap().entrySet();
  }

  @Override
  public Set<String> keySet() {
    return toMap().keySet();
  }

  @Override
  public Collection<Object> values() {
    return toMap().values();
  }

  private Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Mapping.Entry entry : mapping.entries()) {
      if (entry.value().isPresent()) {
        map.put(entry.key(), CelValues.of(entry.value()));
      }
    }
    return map;
  }

  @Override
  public String toString() {
    return mapping.toJson();
  }
}
