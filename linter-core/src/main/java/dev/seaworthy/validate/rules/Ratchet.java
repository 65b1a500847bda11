package dev.seaworthy.validate.rules;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a value was before, as far as the two can be told to be the same thing; if they can't, whether
 * the nearest value around it for which that is so is unchanged.
 *
 * @param before null where nothing corresponds
 */
record Ratchet(@Nullable Node before, boolean unchangedAround) {

  /** Where an object is new. */
  static final Ratchet NONE = new Ratchet(null, false);

  /** Whether what does not hold of {@code value} did not hold before either. */
  boolean forgives(Node value) {
    return before == null ? unchangedAround : value.sameAs(before);
  }

  Ratchet key(Node value, String key) {
    if (before == null) {
      return this;
    }
    Node entry = before.get(key);
    boolean has = before instanceof Mapping mapping && mapping.has(key);
    return new Ratchet(has ? entry : null, value.sameAs(before));
  }

  /** Of lists only those with keys tell which item is which. */
  Ratchet item(Node list, StructuralSchema schema, Node item) {
    if (before == null) {
      return this;
    }
    return new Ratchet(counterpart(before, schema, item), list.sameAs(before));
  }

  private static @Nullable Node counterpart(Node list, StructuralSchema schema, Node item) {
    if (!schema.listType().equals("map")) {
      return null;
    }
    List<String> keys = keys(schema, item);
    for (Node other : list.items()) {
      if (keys.equals(keys(schema, other))) {
        return other;
      }
    }
    return null;
  }

  private static List<String> keys(StructuralSchema schema, Node item) {
    List<String> keys = new ArrayList<>();
    schema.mapKeys().forEach(key -> keys.add(item.get(key).toJson()));
    return keys;
  }
}
