package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.simulate.object.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What pods use at the moment, as a metrics server says it. */
@FunctionalInterface
public interface PodMetrics {

  /**
   * The usage of each pod of a workload by the pod's name, in thousandths.
   *
   * @param resource {@code cpu} or {@code memory}
   * @return empty if nobody measures it
   */
  Optional<Map<String, Long>> usage(ObjectKey workload, String resource, List<Pod> pods);
}
