package dev.seaworthy.simulate.reach;

import java.util.List;
import java.util.Optional;

/**
 * A Service by its full name in the cluster's DNS.
 *
 * @param host the pod of a headless Service that is meant; empty for all
 */
record ServiceName(String service, String namespace, Optional<String> host) {

  private static final String DOMAIN = ".svc.cluster.local";

  /** Whether only this cluster's DNS server could know it. */
  static boolean isOfCluster(String name) {
    return name.endsWith(DOMAIN);
  }

  /** What {@code name}, which is complete, means; empty if it is no Service's. */
  static Optional<ServiceName> of(String name) {
    if (!name.endsWith(DOMAIN)) {
      return Optional.empty();
    }
    List<String> parts =
        List.of(name.substring(0, name.length() - DOMAIN.length()).split("\\.", -1));
    return switch (parts.size()) {
      case 2 -> Optional.of(new ServiceName(parts.get(0), parts.get(1), Optional.empty()));
      case 3 -> Optional.of(new ServiceName(parts.get(1), parts.get(2), Optional.of(parts.get(0))));
      default -> Optional.empty();
    };
  }
}
