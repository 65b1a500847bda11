package dev.seaworthy.simulate.node;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who listens where in one sandbox: its containers share one address, hence one port space. */
final class ListeningPorts {

  private final Map<String, String> holders = new HashMap<>();

  /** Takes {@code ports} for a container; gives the first that another one has, and takes none then. */
  Optional<String> listen(String container, Set<String> ports) {
    Optional<String> taken = ports.stream()
        .filter(port -> !container.equals(holders.getOrDefault(port, container)))
        .sorted()
        .findFirst();
    if (taken.isEmpty()) {
      ports.forEach(port -> holders.put(port, container));
    }
    return taken;
  }

  void close(String container) {
    holders.values().removeIf(container::equals);
  }
}
