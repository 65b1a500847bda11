package dev.seaworthy.simulate.controller.podautoscaler;

import dev.seaworthy.simulate.controller.podautoscaler.PodSample.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many replicas a usage asks for. Pods that are not measured or not ready are taken for what
 * speaks against scaling: for idle before scaling up, for busy before scaling down.
 *
 * @param current how many replicas are wanted now
 * @param down by which share the usage may be less than the target
 * @param up by which share it may be more
 */
record ReplicaCalculation(long current, Target target, double down, double up) {

  /**
   * What is aimed at.
   *
   * @param isUtilization whether the value is a percentage of the requests, and no amount per pod
   */
  record Target(long value, boolean isUtilization) {

    private double ratio(List<PodSample> samples) {
      return (double) reached(samples) / value;
    }

    /** The present value. */
    private long reached(List<PodSample> samples) {
      long usage = samples.stream().mapToLong(PodSample::usage).sum();
      long requests = samples.stream().mapToLong(PodSample::request).sum();
      return isUtilization ? usage * 100 / requests : usage / samples.size();
    }

    /** What a pod that nobody measured would use if it were busy. */
    private long busy(PodSample sample) {
      return isUtilization ? sample.request() * Math.max(100, value) / 100 : value;
    }
  }

  /**
   * What came of it.
   *
   * @param utilization the percentage of the requests that is used, where that is aimed at
   * @param average what a pod uses, in thousandths
   */
  record Proposal(long replicas, Optional<Long> utilization, long average) {}

  /** Empty if no pod that counts is measured. */
  Optional<Proposal> propose(List<PodSample> samples) {
    List<PodSample> ready = of(Standing.READY, samples);
    if (ready.isEmpty()) {
      return Optional.empty();
    }
    long average = ready.stream().mapToLong(PodSample::usage).sum() / ready.size();
    Optional<Long> utilization =
        target.isUtilization() ? Optional.of(target.reached(ready)) : Optional.empty();
    return Optional.of(new Proposal(replicas(ready, samples), utilization, average));
  }

  private static List<PodSample> of(Standing standing, List<PodSample> samples) {
    return samples.stream().filter(sample -> sample.standing() == standing).toList();
  }

  private long replicas(List<PodSample> ready, List<PodSample> samples) {
    double ratio = target.ratio(ready);
    List<PodSample> unready = ratio > 1 ? of(Standing.UNREADY, samples) : List.of();
    List<PodSample> missing = of(Standing.MISSING, samples);
    if (unready.isEmpty() && missing.isEmpty()) {
      return isWithin(ratio) ? current : (long) Math.ceil(ratio * ready.size());
    }
    List<PodSample> supposed = new ArrayList<>(ready);
    unready.forEach(sample -> supposed.add(using(0, sample)));
    if (ratio != 1) {
      missing.forEach(sample -> supposed.add(using(ratio < 1 ? target.busy(sample) : 0, sample)));
    }
    return cautiously(ratio, target.ratio(supposed), supposed.size());
  }

  private static PodSample using(long usage, PodSample sample) {
    return new PodSample(sample.standing(), usage, sample.request());
  }

  /** Only in the direction in which the measured pods point. */
  private long cautiously(double ratio, double supposed, int pods) {
    boolean turns = (ratio < 1 && supposed > 1) || (ratio > 1 && supposed < 1);
    long replicas = (long) Math.ceil(supposed * pods);
    boolean isContrary =
        (supposed < 1 && replicas > current) || (supposed > 1 && replicas < current);
    return isWithin(supposed) || turns || isContrary ? current : replicas;
  }

  private boolean isWithin(double ratio) {
    return 1 - down <= ratio && ratio <= 1 + up;
  }
}
