package dev.seaworthy.validate.constraint;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * No item may be there twice. Items are told apart by {@code keys}, or as a whole if there are none.
 * The later one is to blame: its key if there is one, else the item.
 */
record UniqueItems(List<String> keys, CauseType cause) implements Constraint {

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
      if (!isKeyless(item) && !seen.add(identity(item.node()))) {
        Value culprit = keys.size() == 1 ? item.at(keys.get(0)) : item;
        errors.add(
            cause, culprit.path(), origin(), "is there twice: " + culprit.node().toJson());
      }
    }
  }

  /** Items without a name are wrong for that reason alone. */
  private boolean isKeyless(Value item) {
    return keys.size() == 1
        && item.at(keys.get(0)).text().isEmpty()
        && !item.at(keys.get(0)).node().asLong().isPresent();
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
}
