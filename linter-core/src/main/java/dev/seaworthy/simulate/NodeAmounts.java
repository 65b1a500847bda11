package dev.seaworthy.simulate;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Node;
import java.math.BigDecimal;
import java.util.List;

/** What nodes say that they have: amounts that a machine can have. */
public final class NodeAmounts {

  /** What the scheduler asks of every node. */
  public static final List<String> NEEDED = List.of("cpu", "memory", "pods");

  /** What an amount must be, for messages. */
  public static final String FORM = "must be an amount from 0 to 2^63-1, such as 4, 500m or 8Gi";

  /** Kubernetes counts in 64 bits. */
  private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

  private NodeAmounts() {}

  /** Whether a machine can have so much. */
  public static boolean isPossible(Node amount) {
    return Quantity.of(amount)
        .filter(read -> read.signum() >= 0 && read.value().compareTo(MOST) <= 0)
        .isPresent();
  }
}
