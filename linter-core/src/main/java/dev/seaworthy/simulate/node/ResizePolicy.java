package dev.seaworthy.simulate.node;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Amounts;
import java.util.List;

/** What changing the resources of a container means to it. */
final class ResizePolicy {

  private static final List<String> RESIZABLE = List.of("cpu", "memory");
  static final String MEMORY = "memory";

  private ResizePolicy() {}

  /** Whether the container is restarted to give it what it was promised. */
  static boolean restarts(ContainerRun container) {
    return RESIZABLE.stream()
        .filter(name -> changes(container, name))
        .anyMatch(name -> isRestartedFor(container, name));
  }

  private static boolean changes(ContainerRun container, String resource) {
    return List.of("requests", "limits").stream()
        .anyMatch(list -> amount(container.actual, list, resource)
            != amount(container.allocated, list, resource));
  }

  private static boolean isRestartedFor(ContainerRun container, String resource) {
    return container.spec.get("resizePolicy").items().stream()
        .filter(policy -> policy.get("resourceName").text().equals(resource))
        .anyMatch(policy -> policy.get("restartPolicy").text().equals("RestartContainer"));
  }

  /**
   * The memory to which containers will be limited together, if that is less than it was and they are
   * not restarted for it; without bound otherwise.
   */
  static long loweredMemory(List<ContainerRun> containers) {
    long before = 0;
    long after = 0;
    for (ContainerRun container : containers) {
      long limit = amount(container.allocated, "limits", MEMORY);
      if (limit == 0 || isRestartedFor(container, MEMORY)) {
        return Long.MAX_VALUE;
      }
      before += amount(container.actual, "limits", MEMORY);
      after += limit;
    }
    return after < before ? after : Long.MAX_VALUE;
  }

  private static long amount(Node resources, String list, String resource) {
    return Amounts.of(resources.get(list)).get(resource);
  }
}
