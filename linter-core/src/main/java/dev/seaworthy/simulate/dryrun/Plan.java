package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.outcome.Inquiries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a dry-run is to play beside applying objects, and what is asked of it.
 *
 * @param before the cluster as it is before; empty for one of usual nodes with nothing on them
 * @param images how images behave; those that are not named do well
 * @param deeds what happens after the objects have settled, in order
 * @param until how long is looked; empty until nothing changes any more
 * @param inquiries what is shown at the end
 */
public record Plan(
    Optional<ClusterState> before,
    Map<String, Behaviour> images,
    List<Deed> deeds,
    Optional<Duration> until,
    Inquiries inquiries) {

  /** Nothing goes wrong, and nothing in particular is asked. */
  public static final Plan USUAL =
      new Plan(Optional.empty(), Map.of(), List.of(), Optional.empty(), Inquiries.NONE);

  public Plan {
    images = Map.copyOf(images);
    deeds = List.copyOf(deeds);
  }

  /** Whether anything may take down what was up: then it counts what was on the way. */
  boolean mayTakeDown() {
    return !deeds.isEmpty() || !images.isEmpty() || before.isPresent();
  }
}
