package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A pod, as controllers look at it. Each version of one is read once. */
public record Pod(Resource resource) {

  private PodFacts facts() {
    return resource.as(PodFacts.class, PodFacts::of);
  }

  public String name() {
    return resource.name();
  }

  public String namespace() {
    return resource.namespace();
  }

  public String uid() {
    return facts().uid();
  }

  public Map<String, String> labels() {
    return resource.labels();
  }

  /** The node that it is bound to. */
  public Optional<String> nodeName() {
    return facts().nodeName();
  }

  public String phase() {
    return facts().phase();
  }

  /** Whether its containers have ended for good. */
  public boolean isFinished() {
    String phase = phase();
    return phase.equals("Succeeded") || phase.equals("Failed");
  }

  /** Whether its containers run and are to go on. */
  public boolean isRunning() {
    return phase().equals("Running") && !isBeingDeleted();
  }

  public boolean isBeingDeleted() {
    return facts().beingDeleted();
  }

  /** Whether it counts for its controller: neither finished nor being deleted. */
  public boolean isActive() {
    return !isFinished() && !isBeingDeleted();
  }

  public boolean isReady() {
    return facts().readySince().isPresent() || facts().readyForUnknownTime();
  }

  /** Since when it is ready; empty if it is not, or nobody knows. */
  public Optional<Instant> readySince() {
    return facts().readySince();
  }

  /** Whether it has been ready for {@code seconds}; with 0, whether it is ready. */
  public boolean isAvailable(long seconds, Instant now) {
    return seconds == 0
        ? isReady()
        : readySince().map(since -> !since.plusSeconds(seconds).isAfter(now)).orElse(false);
  }

  /** The greatest number of restarts of any container. */
  public long restarts() {
    return containerStatuses().stream()
        .mapToLong(status -> status.get("restartCount").longOr(0))
        .max()
        .orElse(0);
  }

  public List<Node> containerStatuses() {
    return resource.at("status", "containerStatuses").items();
  }

  public Instant created() {
    return Meta.created(resource);
  }
}
