package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.outcome.OutcomeRecorder;
import java.time.Duration;

/** What is played once the objects are applied: rest, what goes wrong, rest again. */
final class Afterwards {

  /** Until a new pod in another place has its chance. */
  private static final Duration REACTION = Duration.ofSeconds(10);

  private final Cluster cluster;
  private final OutcomeRecorder recorder;
  private final DryRunSettings options;
  private final Duration patience;
  private final Duration began;

  Afterwards(Cluster cluster, OutcomeRecorder recorder, DryRunSettings options, Duration patience) {
    this.cluster = cluster;
    this.recorder = recorder;
    this.options = options;
    this.patience = patience;
    this.began = cluster.elapsed();
  }

  void play() {
    Plan plan = options.plan();
    if (plan.until().isEmpty() || !plan.deeds().isEmpty()) {
      settle();
    }
    for (Deed deed : plan.deeds()) {
      recorder.step(deed.line().title());
      deed.line().step().on(new DeedContext(cluster, recorder));
      if (deed.what() == Deed.What.FAIL_NODE && plan.until().isEmpty()) {
        cluster.advance(untilGone());
      }
      if (plan.until().isEmpty() || deed != plan.deeds().get(plan.deeds().size() - 1)) {
        settle();
      }
    }
    plan.until().ifPresent(this::waitUntil);
  }

  private void settle() {
    if (!cluster.settle(patience)) {
      recorder.didNotSettle();
    }
  }

  /** How long a silent node is waited for, and its pods tolerate that it is gone. */
  private Duration untilGone() {
    return options.settings().timings().untilEviction().plus(REACTION);
  }

  private void waitUntil(Duration end) {
    Duration left = began.plus(end).minus(cluster.elapsed());
    if (!left.isNegative()) {
      cluster.advance(left);
    }
    recorder.stoppedAt(end);
  }
}
