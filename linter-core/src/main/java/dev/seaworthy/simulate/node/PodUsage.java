package dev.seaworthy.simulate.node;

import dev.seaworthy.api.Resource;
import java.util.Optional;

/** What pods use of their nodes, as far as a story says it. */
public interface PodUsage {

  /** How many processes run, among the resources of a story. */
  String PROCESSES = "processes";

  /** Whether a story says of any pod what it uses of what a node can run out of. */
  boolean isSaid();

  /** How much a pod uses of {@code resource}, in bytes or processes; empty if nobody says it. */
  Optional<Long> of(Resource pod, String resource);
}
