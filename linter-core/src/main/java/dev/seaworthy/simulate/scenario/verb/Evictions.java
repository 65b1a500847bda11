package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.server.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pods that are to leave together, as {@code kubectl drain} sees to it: asked for until they are gone. */
final class Evictions {

  /** How long it waits before it asks again for an eviction that was refused for now. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  private static final Duration POLL = Duration.ofSeconds(1);

  private final StepContext context;
  private final Instant end;
  private final List<Resource> waiting;
  private final List<Resource> leaving = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();

  Evictions(StepContext context, List<Resource> pods, Instant end) {
    this.context = context;
    this.waiting = new ArrayList<>(pods);
    this.end = end;
  }

  void run() {
    Instant nextTry = context.cluster().now();
    while (true) {
      Instant now = context.cluster().now();
      if (!now.isBefore(nextTry)) {
        waiting.removeIf(this::isSettled);
        nextTry = now.plus(RETRY);
      }
      leaving.removeIf(pod -> !isThere(pod));
      boolean isLate = now.isAfter(end);
      if (isLate && !(waiting.isEmpty() && leaving.isEmpty())) {
        if (!context.kept(waiting)) {
          errors.add("global timeout reached while draining");
        }
      }
      if (isLate || (waiting.isEmpty() && leaving.isEmpty())) {
        break;
      }
      context.advance(POLL);
    }
    if (!errors.isEmpty()) {
      context.gaveUp(String.join("; ", errors));
    }
  }

  /** Whether a pod need not be asked for again: it leaves, it is gone, or it can't be had. */
  private boolean isSettled(Resource pod) {
    Optional<Resource> present = context.view().get(ObjectKey.of(pod));
    if (present.isEmpty()) {
      return true;
    }
    Answer answer = context.api().evict(present.get(), Optional.empty());
    if (answer.isTryLater()) {
      return false;
    }
    if (answer.accepted()) {
      leaving.add(pod);
    } else if (!answer.isNotFound()) {
      errors.add("error when evicting " + pod + ": " + answer.message());
    }
    return true;
  }

  private boolean isThere(Resource pod) {
    return context
        .view()
        .get(ObjectKey.of(pod))
        .filter(now -> Meta.uid(now).equals(Meta.uid(pod)))
        .isPresent();
  }
}
