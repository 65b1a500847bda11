package dev.seaworthy.validate.rules;

import dev.seaworthy.api.crd.StructuralSchema;
import org.jspecify.annotations.Nullable;

/**
 * A part of an expression: what it costs at most, and how large its value can be.
 *
 * @param size characters, items or entries; {@link Cost#WITHOUT_END} where the server knows of no
 *     bound
 * @param schema of the value, if it is one of the object
 */
record Sized(long cost, long size, @Nullable StructuralSchema schema) {

  static Sized of(long cost, StructuralSchema schema) {
    return new Sized(cost, ValueSizes.most(schema), schema);
  }

  static Sized known(long cost, long size) {
    return new Sized(cost, size, null);
  }

  /** Of a size that the server has some estimate of, which is not known here. */
  static Sized unsure(long cost) {
    return known(cost, 0);
  }

  /** An item of the list, or a value of the map, that this is. */
  Sized item() {
    StructuralSchema items = RuleCost.itemsOf(schema);
    return items == null ? unsure(1) : of(1, items);
  }

  /** The part of the cost that going through the characters takes. */
  long traversal() {
    return Cost.share(size, 0.1);
  }
}
