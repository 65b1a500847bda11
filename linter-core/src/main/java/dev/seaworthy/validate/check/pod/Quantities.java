package dev.seaworthy.validate.check.pod;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.format.Quantity;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Amounts of resources as they stand in an object: as text or as a number. */
final class Quantities {

  private Quantities() {}

  static Optional<Quantity> of(Node node) {
    return node instanceof Scalar scalar && scalar.isPresent()
        ? Quantity.parse(scalar.value().strip())
        : Optional.empty();
  }

  /** The amounts of a resource list, by resource. */
  static Map<String, Quantity> list(Node resources) {
    Map<String, Quantity> amounts = new TreeMap<>();
    for (Mapping.Entry entry : resources.entries()) {
      of(entry.value()).ifPresent(amount -> amounts.put(entry.key(), amount));
    }
    return amounts;
  }
}
