package dev.seaworthy;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.diagnostic.UnknownWord;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** What nodes of a file say that they have: amounts that a machine can have. */
final class NodeAmounts {

  private static final List<String> LISTS = List.of("capacity", "allocatable");

  /** Kubernetes counts in 64 bits. */
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private NodeAmounts() {}

  /** Refuses the first amount of {@code node} that is none, with its line in {@code file}. */
  static void check(Resource node, Path file) {
    for (String list : LISTS) {
      for (Mapping.Entry amount : node.at("status", list).entries()) {
        if (!isPossible(amount.value())) {
          throw new UnknownWord(file + ":" + amount.keySpan().line() + ": status." + list + "."
              + amount.key() + " of the node " + node.name()
              + " must be an amount from 0 to 2^63-1, such as 4, 500m or 8Gi");
        }
      }
    }
  }

  private static boolean isPossible(Node amount) {
    return Quantity.of(amount)
        .filter(read -> read.signum() >= 0 && read.value().compareTo(MOST) <= 0)
        .isPresent();
  }
}
