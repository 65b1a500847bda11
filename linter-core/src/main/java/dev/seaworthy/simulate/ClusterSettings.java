package dev.seaworthy.simulate;

import dev.seaworthy.simulate.clock.Jitter;
import dev.seaworthy.simulate.controller.ControlPlaneTimings;
import dev.seaworthy.simulate.controller.persistentvolume.Provisioner;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.node.KubeletSettings;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * How a control plane is set up.
 *
 * @param timings how patient it is
 * @param behaviours how images behave; the tag decides for those that are not named
 * @param podLimit how many pods there may be before controllers make no more: each is played one by
 *     one, and somebody may ask for millions
 * @param serviceAccounts whether a pod's ServiceAccount has to be there
 * @param kubelets how kubelets go about their work
 * @param notices by how much later than usual components may hear of a change
 * @param starts by how much longer than usual a pod's start may take
 * @param absentControllers those that do not run, by name
 */
public record ClusterSettings(
    ControlPlaneTimings timings,
    Map<String, Behaviour> behaviours,
    int podLimit,
    boolean serviceAccounts,
    KubeletSettings kubelets,
    Jitter notices,
    Jitter starts,
    Set<String> absentControllers) {

  /** Two thirds of what Kubernetes itself is tested with. */
  public static final int USUAL_POD_LIMIT = 100_000;

  /** Together less than the three seconds without a change after which a cluster counts as settled. */
  private static final Duration LATEST_NOTICE = Duration.ofMillis(500);

  private static final Duration LONGEST_START = Duration.ofMillis(1500);

  /** As a cluster comes: 50 s until a silent node counts as gone, 300 s of toleration. */
  public static final ClusterSettings REAL = new ClusterSettings(
      ControlPlaneTimings.REAL,
      Map.of(),
      USUAL_POD_LIMIT,
      true,
      KubeletSettings.REAL,
      Jitter.NONE,
      Jitter.NONE,
      Set.of());

  /** Quick to react, as the control planes that recorded the scenario corpus: 8 s and 4 s. */
  public static final ClusterSettings QUICK = new ClusterSettings(
      ControlPlaneTimings.QUICK,
      Map.of(),
      USUAL_POD_LIMIT,
      false,
      KubeletSettings.RECORDED,
      Jitter.NONE,
      Jitter.NONE,
      Set.of(Provisioner.NAME));

  public ClusterSettings {
    behaviours = Map.copyOf(behaviours);
    absentControllers = Set.copyOf(absentControllers);
  }

  /** The same, but as quick to give up a silent node and to scale as {@link #QUICK}. */
  public ClusterSettings quick() {
    return new ClusterSettings(
        ControlPlaneTimings.QUICK,
        behaviours,
        podLimit,
        serviceAccounts,
        kubelets,
        notices,
        starts,
        absentControllers);
  }

  /**
   * The same with all the time that a real system may take: components hear of a change up to half a
   * second late, a pod's start takes up to a second and a half longer.
   */
  public ClusterSettings withJitter() {
    return new ClusterSettings(
        timings,
        behaviours,
        podLimit,
        serviceAccounts,
        kubelets,
        new Jitter(LATEST_NOTICE),
        new Jitter(LONGEST_START),
        absentControllers);
  }

  public ClusterSettings withKubelets(KubeletSettings others) {
    return new ClusterSettings(
        timings, behaviours, podLimit, serviceAccounts, others, notices, starts, absentControllers);
  }

  public ClusterSettings playing(Map<String, Behaviour> images) {
    return new ClusterSettings(
        timings, images, podLimit, serviceAccounts, kubelets, notices, starts, absentControllers);
  }

  public ClusterSettings withPodLimit(int most) {
    return new ClusterSettings(
        timings, behaviours, most, serviceAccounts, kubelets, notices, starts, absentControllers);
  }
}
