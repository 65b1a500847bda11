package dev.seaworthy.simulate.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.ScorePlugin;
import dev.seaworthy.simulate.scheduler.plugin.Plugins;
import org.junit.jupiter.api.Test;

/** The order and weights of kube-scheduler's default profile. */
class ProfileTest {

  private final Profile profile = Profile.of(Plugins.all());

  @Test
  void filtersAreAskedInTheOrderOfTheDefaultProfile() {
    assertThat(profile.filters())
        .extracting(FilterPlugin::name)
        .containsExactly(
            "NodeUnschedulable",
            "NodeName",
            "TaintToleration",
            "NodeAffinity",
            "NodePorts",
            "NodeResourcesFit",
            "VolumeRestrictions",
            "NodeVolumeLimits",
            "VolumeBinding",
            "VolumeZone",
            "PodTopologySpread",
            "InterPodAffinity");
  }

  @Test
  void scoresWeighAsInTheDefaultProfile() {
    assertThat(profile.scores())
        .extracting(ScorePlugin::name, ScorePlugin::weight)
        .containsExactly(
            tuple("TaintToleration", 3),
            tuple("NodeAffinity", 2),
            tuple("NodeResourcesFit", 1),
            tuple("PodTopologySpread", 2),
            tuple("InterPodAffinity", 2),
            tuple("NodeResourcesBalancedAllocation", 1));
  }

  @Test
  void onePluginSortsTheQueueAndOneGuardsIt() {
    assertThat(profile.queueSort().name()).isEqualTo("PrioritySort");
    assertThat(profile.preEnqueue())
        .extracting(plugin -> plugin.name())
        .containsExactly("SchedulingGates");
  }
}
