package dev.seaworthy.simulate.reach;

import java.util.List;
import java.util.Optional;

/**
 * The Service that a DNS name means, as a pod's resolver completes it.
 *
 * @param host the pod of a headless Service that is meant; empty for all
 * @param isOfCluster whether it can be a Service of this cluster at all
 */
record ServiceName(String service, String namespace, Optional<String> host, boolean isOfCluster) {

  private static final String DOMAIN = ".cluster.local";

  static ServiceName of(String name, String home) {
    String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    boolean isFull = plain.endsWith(".svc" + DOMAIN);
    String inCluster = isFull ? plain.substring(0, plain.length() - DOMAIN.length()) : plain;
    boolean saysService = inCluster.endsWith(".svc");
    String within =
        saysService ? inCluster.substring(0, inCluster.length() - ".svc".length()) : inCluster;
    List<String> parts = List.of(within.split("\\."));
    return switch (parts.size()) {
      case 1 -> new ServiceName(parts.get(0), home, Optional.empty(), true);
      case 2 -> new ServiceName(parts.get(0), parts.get(1), Optional.empty(), true);
      case 3 -> new ServiceName(parts.get(1), parts.get(2), Optional.of(parts.get(0)), saysService);
      default -> new ServiceName(within, home, Optional.empty(), false);
    };
  }
}
