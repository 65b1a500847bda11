package dev.seaworthy.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map that nobody changes, and a value of the library's own kind: it walks through a plain map at each
 * access to convert what is in it, and takes its own as it is.
 */
abstract class MapValue extends CelValue implements Map<String, Object> {

  private static final CelType TYPE = MapType.create(SimpleType.STRING, SimpleType.DYN);

  @Override
  public Object value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return isEmpty();
  }

  @Override
  public CelType celType() {
    return TYPE;
  }

  @Override
  public @Nullable Object put(String key, Object value) {
    throw new UnsupportedOperationException();
  }

  @Override
  public @Nullable Object remove(@Nullable Object key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void putAll(Map<? extends String, ?> map) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void clear() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Map<?, ?> map
        && map.size() == size()
        && map.entrySet().equals(entrySet());
  }

  @Override
  public int hashCode() {
    return entrySet().hashCode();
  }
}
