package dev.seaworthy.validate.check.change;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;

/** A changed object with some of its changes taken back: what is left must not differ. */
public final class Restored {

  private Restored() {}

  /** {@code changed} with {@code field} as it was in {@code before}. */
  public static Mapping field(Mapping changed, Node before, String field) {
    Node value = before.get(field);
    return value.isAbsent() ? changed.without(field) : changed.with(field, value);
  }
}
