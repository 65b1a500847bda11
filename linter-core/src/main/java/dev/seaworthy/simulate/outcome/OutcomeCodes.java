package dev.seaworthy.simulate.outcome;

import java.util.Set;

/** The codes of the diagnostics that an outcome has. */
public final class OutcomeCodes {

  /** The API server refuses it; the same code as before anything is played. */
  static final String REFUSED = "api-rejected";

  /** A step of a scenario gave up by itself, as {@code kubectl} would. */
  static final String STEP_FAILED = "step-failed";

  /** Something was otherwise than a scenario expects. */
  static final String UNEXPECTED = "expectation-failed";

  static final String UNSCHEDULABLE = "pod-unschedulable";
  static final String GATED = "pod-gated";
  static final String IMAGE = "image-unpullable";
  static final String CONFIG = "container-config";
  static final String CRASHING = "container-crashing";
  static final String FAILED = "pod-failed";
  static final String NOT_READY = "pod-not-ready";
  static final String STUCK = "rollout-stuck";

  /** A broken pod of the former template keeps the new one from coming. */
  static final String HELD = "update-held";

  static final String JOB_FAILED = "job-failed";

  /** A CronJob never starts. */
  static final String NEVER_STARTS = "cronjob-never-starts";

  /** A CronJob's time is later than what was played. */
  static final String NOT_STARTED = "cronjob-not-started";

  /** Its manifest says that it is not to run for now. */
  static final String SUSPENDED = "suspended";

  /** A Job runs, and nobody knows for how long. */
  static final String UNENDING = "job-end-unknown";

  /** A claim has no volume. */
  static final String CLAIM_PENDING = "claim-pending";

  /** A Service has no pods, or none with the port that it leads to. */
  public static final String NO_ENDPOINTS = "service-unanswered";

  /** An Ingress leads to a Service or a port of one that is not there. */
  static final String NO_BACKEND = "ingress-without-backend";

  /** A change deletes an object that something else needs. */
  public static final String DELETED_IN_USE = "deleted-in-use";

  /** A change deletes all pods that a budget or a policy is for. */
  public static final String WITHOUT_PODS = "pods-deleted";

  /** A change deletes what nobody can bring back. */
  public static final String DATA_LOST = "data-lost";

  static final String UNSCALED = "autoscaler-blind";
  static final String REPLICAS_REFUSED = "replicas-refused";

  /** A story says when a container is ready, and no probe asks it. */
  public static final String UNPROBED = "probe-missing";

  /** More pods are asked for than are played. */
  static final String POD_LIMIT = "pod-limit";

  /** It still changed when it was left alone. */
  static final String NOT_SETTLED = "not-settled";

  /** A real cluster would act on it; this one does not. */
  static final String NOT_PLAYED = "not-played";

  /** The input does not hold it; it is taken to be there. */
  static final String ASSUMED = "assumed";

  /** A placeholder decides how many pods there are or where they fit, and nobody knows its value. */
  static final String VALUE_UNKNOWN = "value-unknown";

  /** The input holds an object several times, and not alike. */
  static final String OVERWRITTEN = "object-overwritten";

  /** Things are applied in another order than they are written in. */
  public static final String ORDER = "order-changed";

  /** A node ran short and ended pods. */
  static final String EVICTED = "pod-evicted";

  /** A running pod has not got the more or less that it was to get. */
  static final String RESIZE_PENDING = "resize-pending";

  /** A pod had to go, and nobody makes it anew. */
  static final String LOST = "pod-lost";

  /** For a time, or to the end, no pod of a workload was available that had been. */
  public static final String UNAVAILABLE = "workload-unavailable";

  /** The same of some of its pods. */
  public static final String SHORT = "workload-short";

  /** Who was to be reached is not. */
  static final String UNREACHABLE = "unreachable";

  /** Who was to be reached may or may not listen. */
  static final String REACH_UNKNOWN = "reach-unknown";

  /** Something is asked about that is not there. */
  static final String NOT_FOUND = "not-found";

  public static final Set<String> ALL = Set.of(
      LOST,
      UNAVAILABLE,
      SHORT,
      OVERWRITTEN,
      ORDER,
      UNREACHABLE,
      REACH_UNKNOWN,
      NOT_FOUND,
      REFUSED,
      STEP_FAILED,
      UNEXPECTED,
      UNPROBED,
      UNSCHEDULABLE,
      GATED,
      IMAGE,
      CONFIG,
      CRASHING,
      FAILED,
      NOT_READY,
      STUCK,
      HELD,
      JOB_FAILED,
      VALUE_UNKNOWN,
      EVICTED,
      RESIZE_PENDING,
      NEVER_STARTS,
      NOT_STARTED,
      SUSPENDED,
      UNENDING,
      CLAIM_PENDING,
      NO_ENDPOINTS,
      NO_BACKEND,
      DELETED_IN_USE,
      WITHOUT_PODS,
      DATA_LOST,
      UNSCALED,
      REPLICAS_REFUSED,
      POD_LIMIT,
      NOT_SETTLED,
      NOT_PLAYED,
      ASSUMED);

  /** What goes wrong while a story is told; all others are about how things are in the end. */
  private static final Set<String> OF_STEPS = Set.of(REFUSED, STEP_FAILED, UNEXPECTED);

  private OutcomeCodes() {}

  /** Whether {@code code} is about what a step did, not about how things are in the end. */
  static boolean isOfStep(String code) {
    return OF_STEPS.contains(code);
  }
}
