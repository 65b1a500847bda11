package dev.seaworthy.simulate.controller.replicaset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.Objects;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Pod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class DeletionOrderTest {

  private static final Instant NOW = VirtualClock.EPOCH.plusSeconds(1000);

  private static Pod ready(String name, String node, long secondsAgo) {
    Resource pod = Objects.pod(name, "web:1")
        .with("metadata.uid", Scalar.of(name))
        .with("spec.nodeName", Scalar.of(node))
        .with("status.phase", Scalar.of("Running"))
        .with(
            "status.conditions",
            Sequence.of(List.of(Mapping.of(
                "type", Scalar.of("Ready"),
                "status", Scalar.of("True"),
                "lastTransitionTime",
                    Scalar.of(VirtualClock.timestamp(NOW.minusSeconds(secondsAgo)))))));
    return new Pod(pod);
  }

  private static Pod unscheduled(String name) {
    return new Pod(Objects.pod(name, "web:1")
        .with("metadata.uid", Scalar.of(name))
        .with("status.phase", Scalar.of("Pending")));
  }

  private static Pod costing(Pod pod, String cost) {
    return new Pod(pod.resource()
        .withAt(
            Scalar.of(cost),
            "metadata",
            "annotations",
            "controller.kubernetes.io/pod-deletion-cost"));
  }

  private static String first(Pod... pods) {
    List<Pod> all = List.of(pods);
    ToIntFunction<String> crowds = node -> (int)
        all.stream().filter(pod -> pod.nodeName().equals(Optional.of(node))).count();
    return new DeletionOrder(crowds, NOW).first(1, all).get(0).name();
  }

  @Test
  void aPodWithoutANodeGoesBeforeAllOthers() {
    assertThat(first(costing(ready("a", "n1", 9), "-5"), unscheduled("b"))).isEqualTo("b");
  }

  @Test
  void aCheapPodGoesBeforeACrowdedOne() {
    assertThat(first(ready("a", "n1", 9), ready("b", "n1", 9), costing(ready("c", "n2", 9), "-1")))
        .isEqualTo("c");
  }

  @Test
  void aPodOnACrowdedNodeGoesBeforeAYoungerOne() {
    assertThat(first(ready("a", "n1", 900), ready("b", "n1", 900), ready("c", "n2", 1)))
        .isIn("a", "b");
  }

  @Test
  void thePodThatIsReadyForAShorterTimeGoesFirst() {
    assertThat(first(ready("a", "n1", 900), ready("b", "n2", 10))).isEqualTo("b");
  }

  @Test
  void agesOfOneMagnitudeAreLeftToChance() {
    assertThat(first(ready("a", "n1", 900), ready("b", "n2", 800))).isEqualTo("a");
  }

  @Test
  void podsOfOneSecondGoByTheirPlaceInTheList() {
    assertThat(first(ready("b", "n1", 9), ready("a", "n2", 9))).isEqualTo("b");
  }

  @Test
  void severalGoInTheirOrder() {
    List<Pod> pods = List.of(ready("a", "n1", 900), ready("c", "n2", 10), unscheduled("b"));

    assertThat(new DeletionOrder(node -> 1, NOW).first(2, pods))
        .extracting(Pod::name)
        .containsExactly("b", "c");
  }

  @Test
  void noneGoesWhereNoneIsTooMany() {
    assertThat(new DeletionOrder(node -> 1, NOW).first(0, List.of(unscheduled("a"))))
        .isEmpty();
  }

  private static Pod inPhase(String phase, String name, String node) {
    return new Pod(Objects.pod(name, "web:1")
        .with("metadata.uid", Scalar.of(name))
        .with("metadata.creationTimestamp", Scalar.of(VirtualClock.timestamp(NOW)))
        .with("spec.nodeName", Scalar.of(node))
        .with("status.phase", Scalar.of(phase)));
  }

  private static Pod created(Pod pod, long secondsAgo) {
    return new Pod(pod.resource()
        .with(
            "metadata.creationTimestamp",
            Scalar.of(VirtualClock.timestamp(NOW.minusSeconds(secondsAgo)))));
  }

  private static Pod restarted(Pod pod, int times) {
    return new Pod(pod.resource()
        .with(
            "status.containerStatuses",
            Sequence.of(
                List.of(Mapping.of("name", Scalar.of("c"), "restartCount", Scalar.of(times))))));
  }

  @Test
  void aPodThatDoesNotRunYetGoesBeforeOneThatDoes() {
    assertThat(first(inPhase("Running", "a", "n1"), inPhase("Pending", "b", "n2")))
        .isEqualTo("b");
  }

  @Test
  void aPodThatIsNotReadyGoesBeforeOneThatIs() {
    assertThat(first(ready("a", "n1", 9), inPhase("Running", "b", "n2"))).isEqualTo("b");
    assertThat(first(inPhase("Running", "a", "n1"), ready("b", "n2", 9))).isEqualTo("a");
  }

  @Test
  void aPodWithoutANodeGoesBeforeOneThatWaitsOnANode() {
    assertThat(first(inPhase("Pending", "a", "n1"), unscheduled("b"))).isEqualTo("b");
  }

  @Test
  void thePodThatRestartedMoreOftenGoesFirst() {
    Pod often = restarted(inPhase("Running", "b", "n2"), 3);
    Pod seldom = restarted(inPhase("Running", "a", "n1"), 1);

    assertThat(first(seldom, often)).isEqualTo("b");
  }

  @Test
  void theYoungerPodGoesFirstAndOfOneMagnitudeTheUidDecides() {
    Pod running = inPhase("Running", "b", "n2");
    Pod other = inPhase("Running", "a", "n1");

    assertThat(first(created(other, 900), created(running, 10))).isEqualTo("b");
    assertThat(first(created(running, 900), created(other, 800))).isEqualTo("a");
    assertThat(first(created(other, 800), created(running, 900))).isEqualTo("a");
  }
}
