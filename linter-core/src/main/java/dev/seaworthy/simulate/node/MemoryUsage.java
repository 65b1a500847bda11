package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import java.util.Optional;

/** How much memory pods use, as far as a story says it. */
public interface MemoryUsage {

  /** Whether a story says it of any pod. */
  boolean isSaid();

  /** Of a pod, in bytes; empty if nobody says it. */
  Optional<Long> of(Resource pod);
}
