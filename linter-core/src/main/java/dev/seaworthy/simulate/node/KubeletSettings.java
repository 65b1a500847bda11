package dev.seaworthy.simulate.node;

import java.time.Duration;
import java.util.Optional;

/**
 * How kubelets go about their work.
 *
 * @param restartOnFailure the wait before a container of a pod with the restart policy OnFailure is
 *     started again, with restarts counted when containers end; empty to back off as for all
 *     others, with restarts counted when containers start again
 * @param everyContainerIsProbed whether a container without a readiness probe is ready when its
 *     program says so; a real kubelet takes it for ready as soon as it runs
 * @param tellsEvents whether they tell events about their pods
 * @param tendsPods whether they act on a pod that runs: end it when the node runs short, give its
 *     containers more or less, restart one whose image was changed
 * @param evictionHard how much they keep free
 */
public record KubeletSettings(
    Optional<Duration> restartOnFailure,
    boolean everyContainerIsProbed,
    boolean tellsEvents,
    boolean tendsPods,
    EvictionThresholds evictionHard) {

  /** As kubelets come. */
  public static final KubeletSettings REAL =
      new KubeletSettings(Optional.empty(), false, true, true, EvictionThresholds.USUAL);

  /** As nodes were played where the scenario corpus was recorded: no kubelet, only its reports. */
  public static final KubeletSettings RECORDED = new KubeletSettings(
      Optional.of(Duration.ofSeconds(1)), true, false, false, EvictionThresholds.USUAL);

  /** The same with other thresholds. */
  public KubeletSettings keepingFree(EvictionThresholds least) {
    return new KubeletSettings(
        restartOnFailure, everyContainerIsProbed, tellsEvents, tendsPods, least);
  }
}
