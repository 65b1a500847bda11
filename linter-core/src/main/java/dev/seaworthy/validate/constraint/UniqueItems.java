package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.data.Row.Cell;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.StringFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * No item may be there twice. Items are told apart by {@code keys}, or as a whole if there are none.
 * The later one is to blame: its key if there is one, else the item.
 *
 * @param among the form that a key must have for the item to count; null for any but an empty one
 * @param scope what is compared and blamed
 */
record UniqueItems(List<String> keys, @Nullable StringFormat among, Scope scope, CauseType cause)
    implements Constraint {

  /**
   * What is compared and blamed.
   *
   * @param blamesItem whether the item is to blame, though it has one key
   * @param emptyCounts whether empty keys are compared like others
   */
  record Scope(boolean blamesItem, boolean emptyCounts) {}

  static UniqueItems read(Cell cell, LineOptions options) {
    return new UniqueItems(
        cell.list(),
        options.among().flatMap(StringFormat::named).orElse(null),
        new Scope(options.blamesItem(), options.zero("judged")),
        options.cause(CauseType.DUPLICATE));
  }

  @Override
  public String origin() {
    return "uniqueItems";
  }

  @Override
  public void check(Value value, Errors errors) {
    if (value.size() < 2) {
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Value item : value.items()) {
      if (counts(item) && !seen.add(identity(item.node()))) {
        Value culprit = keys.size() == 1 && !scope.blamesItem ? item.at(keys.get(0)) : item;
        errors.add(
            cause, culprit.path(), origin(), "is there twice: " + culprit.node().toJson());
      }
    }
  }

  /** Items without a name, or with a bad one, are mostly wrong for that reason alone. */
  private boolean counts(Value item) {
    if (keys.size() != 1 || scope.emptyCounts) {
      return true;
    }
    Value key = item.at(keys.get(0));
    boolean keyless = key.text().isEmpty() && key.node().asLong().isEmpty();
    return !keyless && (among == null || among.accepts(key.text()));
  }

  private String identity(Node item) {
    if (keys.isEmpty()) {
      return item.toJson();
    }
    StringBuilder identity = new StringBuilder();
    for (String key : keys) {
      identity.append(item.get(key).toJson()).append(' ');
    }
    return identity.toString();
  }

  @Override
  public String words() {
    return keys.isEmpty()
        ? "no item twice"
        : "no two items with the same " + String.join(", ", keys);
  }

  /**
   * JSON Schema knows whole items only: where items count even without their keys, two of the same
   * never pass.
   */
  @Override
  public Mapping schema() {
    boolean allCount = keys.size() != 1 || scope.emptyCounts;
    return allCount ? Mapping.of("uniqueItems", Scalar.of(true)) : Mapping.EMPTY;
  }
}
