package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.controller.Scale;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.server.Answer;
import dev.seaworthy.simulate.server.ApiClient;
import dev.seaworthy.simulate.store.ClusterView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One look of an autoscaler at its workload. */
final class AutoscalerSync {

  private final Autoscaler autoscaler;
  private final ScalingHistory history;
  private final PodMetrics metrics;
  private final ApiClient api;
  private final VirtualClock clock;
  private AutoscalerStatus status;

  AutoscalerSync(
      Autoscaler autoscaler,
      ScalingHistory history,
      PodMetrics metrics,
      ApiClient api,
      VirtualClock clock) {
    this.autoscaler = autoscaler;
    this.history = history;
    this.metrics = metrics;
    this.api = api;
    this.clock = clock;
    this.status = AutoscalerStatus.of(autoscaler);
  }

  void run(ClusterView view) {
    Optional<Resource> target = view.get(autoscaler.target());
    Optional<Long> current = target.flatMap(found -> Scale.of(found, view));
    if (target.isEmpty() || current.isEmpty()) {
      String why = autoscaler.target() + (target.isEmpty() ? " not found" : " has no scale");
      warn("FailedGetScale", why);
      say(AutoscalerStatus.ABLE, false, "FailedGetScale", "unable to get the scale: " + why);
    } else {
      say(AutoscalerStatus.ABLE, true, "SucceededGetScale", "the target's scale is known");
      history.begin(current.get(), clock.now());
      scale(target.get(), current.get(), view);
    }
    write();
  }

  private void scale(Resource target, long current, ClusterView view) {
    if (current == 0 && !mayWake()) {
      say(AutoscalerStatus.ACTIVE, false, "ScalingDisabled", "the target is scaled to zero");
      count(current, 0, List.of());
    } else if (current > autoscaler.maxReplicas() && current > 0) {
      rescale(
          current,
          autoscaler.maxReplicas(),
          "Current number of replicas above Spec.MaxReplicas",
          List.of());
    } else if (current < autoscaler.minReplicas() && current > 0) {
      rescale(
          current,
          autoscaler.minReplicas(),
          "Current number of replicas below Spec.MinReplicas",
          List.of());
    } else {
      scaleByMetrics(target, current, view);
    }
  }

  /** Whether a workload without pods is scaled up again: only what an autoscaler put to sleep. */
  private boolean mayWake() {
    boolean sleeps = status.holds(AutoscalerStatus.TO_ZERO);
    return sleeps && (autoscaler.minReplicas() != 0 || autoscaler.hasMetricsBesidesPods());
  }

  private void scaleByMetrics(Resource target, long current, ClusterView view) {
    ScaleTarget measured = ScaleTarget.of(autoscaler, target, view);
    if (!measured.problem().isEmpty()) {
      warn(measured.event(), measured.problem());
      giveUp(measured.reason(), measured.problem(), measured.problem(), current, List.of());
      return;
    }
    MetricReader reader = new MetricReader(
        autoscaler, current, measured.pods().stream().map(Pod::new).toList(), metrics, clock.now());
    scaleBy(autoscaler.metrics().stream().map(reader::read).toList(), current);
  }

  private void scaleBy(List<MetricReading> readings, long current) {
    List<MetricReading> failed =
        readings.stream().filter(reading -> !reading.isValid()).toList();
    failed.forEach(reading -> warn(reading.reason(), reading.problem()));
    Optional<MetricReading> greatest = readings.stream()
        .filter(MetricReading::isValid)
        .max(Comparator.comparingLong(MetricReading::replicas));
    List<Node> measured =
        readings.stream().map(MetricReading::status).filter(Node::isPresent).toList();
    boolean isBlind =
        greatest.isEmpty() || (!failed.isEmpty() && greatest.get().replicas() < current);
    if (isBlind) {
      MetricReading first = failed.get(0);
      String all = "invalid metrics (%d invalid out of %d), first error is: %s"
          .formatted(failed.size(), readings.size(), first.problem());
      giveUp(first.reason(), first.problem(), all, current, measured);
      return;
    }
    say(
        AutoscalerStatus.ACTIVE,
        true,
        "ValidMetricFound",
        "counted by " + greatest.get().name());
    follow(greatest.get(), current, measured);
  }

  private void giveUp(
      String reason, String problem, String all, long current, List<Node> measured) {
    say(AutoscalerStatus.ACTIVE, false, reason, problem);
    count(current, autoscaler.desiredReplicas().orElse(0L), measured);
    warn("FailedComputeMetricsReplicas", all);
  }

  private void follow(MetricReading reading, long current, List<Node> measured) {
    Normalization normal =
        Normalization.of(autoscaler, current, reading.replicas(), history, clock.now());
    say(AutoscalerStatus.ABLE, true, normal.stability(), normal.stabilityInWords());
    say(AutoscalerStatus.LIMITED, normal.isLimited(), normal.limit(), normal.limitInWords());
    if (normal.replicas() == current) {
      count(current, current, measured);
    } else {
      String reason = reading.replicas() > current
          ? reading.name() + " above target"
          : "All metrics below target";
      rescale(current, normal.replicas(), reason, measured);
    }
  }

  private void rescale(long current, long wanted, String reason, List<Node> measured) {
    Answer answer = api.scale(autoscaler.target(), wanted);
    if (!answer.accepted()) {
      warn(
          "FailedRescale",
          "New size: " + wanted + "; reason: " + reason + "; error: " + answer.message());
      say(AutoscalerStatus.ABLE, false, "FailedUpdateScale", answer.message());
      count(current, autoscaler.desiredReplicas().orElse(0L), measured);
      return;
    }
    say(AutoscalerStatus.ABLE, true, "SucceededRescale", "the target is scaled to " + wanted);
    api.events()
        .normal(
            autoscaler.resource(),
            "SuccessfulRescale",
            "New size: " + wanted + "; reason: " + reason);
    Node rules = autoscaler.rules(wanted > current ? "scaleUp" : "scaleDown");
    history.scaled(current, wanted, ScalingLimits.longestPeriod(rules), clock.now());
    boolean sleeps = wanted == 0 && autoscaler.hasMetricsBesidesPods();
    say(AutoscalerStatus.TO_ZERO, sleeps, sleeps ? "ScaledToZero" : "NotScaledToZero", "");
    count(current, wanted, measured);
    status = status.scaledAt(clock);
  }

  private void say(String type, boolean holds, String reason, String message) {
    status = status.with(type, holds, reason, message, clock);
  }

  private void count(long current, long desired, List<Node> measured) {
    status = status.counting(autoscaler.resource(), current, desired, measured);
  }

  private void warn(String reason, String message) {
    api.events().warning(autoscaler.resource(), reason, message);
  }

  private void write() {
    if (!status.fields().sameAs(autoscaler.resource().at("status"))) {
      api.updateStatus(status.in(autoscaler.resource()));
    }
  }
}
