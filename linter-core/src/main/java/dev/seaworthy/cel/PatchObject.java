package dev.seaworthy.cel;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.values.CelValueProvider;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an expression of a MutatingAdmissionPolicy writes as {@code Object.spec{replicas: 1}} or {@code
 * JSONPatch{op: 'add', …}}: fields under a type's name. Of {@code Object} the name tells where the
 * fields are meant to be.
 */
@SuppressWarnings("Immutable") // The values are CEL's own, which lack the library's annotation.
public final class PatchObject extends MapValue {

  private final String typeName;
  private final ImmutableMap<String, Object> fields;

  private PatchObject(String typeName, Map<String, Object> fields) {
    this.typeName = typeName;
    this.fields = ImmutableMap.copyOf(fields);
  }

  /** Makes the objects that expressions write. */
  static CelValueProvider provider() {
    return (typeName, fields) -> PatchTypes.isOne(typeName)
        ? Optional.of(new PatchObject(typeName, fields))
        : Optional.empty();
  }

  /** What is wrong with the names of the types in it; empty if they lead on from its own. */
  public Optional<String> misplaced() {
    return misplaced(this, typeName);
  }

  private static Optional<String> misplaced(Object value, String place) {
    if (value instanceof PatchObject object) {
      if (!object.typeName.equals(place)) {
        return Optional.of("'" + object.typeName + "' stands where '" + place + "' must be");
      }
      return object.fields.entrySet().stream()
          .flatMap(field -> misplaced(field.getValue(), place + "." + field.getKey()).stream())
          .findFirst();
    }
    Collection<?> inside = value instanceof Collection<?> list
        ? list
        : value instanceof Map<?, ?> map && !(value instanceof MapValue) ? map.values() : Set.of();
    return inside.stream().flatMap(item -> misplaced(item, place).stream()).findFirst();
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return fields.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return fields.containsKey(key);
  }

  @Override
  public boolean containsValue(@Nullable Object value) {
    return fields.containsValue(value);
  }

  @Override
  public int size() {
    return fields.size();
  }

  @Override
  public boolean isEmpty() {
    return fields.isEmpty();
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return fields.entrySet();
  }

  @Override
  public Set<String> keySet() {
    return fields.keySet();
  }

  @Override
  public Collection<Object> values() {
    return fields.values();
  }

  @Override
  public String toString() {
    return typeName + fields;
  }
}
