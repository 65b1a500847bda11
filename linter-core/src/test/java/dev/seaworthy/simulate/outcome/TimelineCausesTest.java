package dev.seaworthy.simulate.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.Objects;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each line of a timeline names who did it and why. */
class TimelineCausesTest {

  private static final ObjectKey WEB = new ObjectKey(Kinds.DEPLOYMENT, "default", "web");

  private final Cluster cluster = Cluster.start(ClusterSettings.QUICK, Seed.NONE)
      .withNodes("n", 2, NodeShape.USUAL.labelled(Map.of()));
  private final TimelineRecorder recorder = new TimelineRecorder(cluster);

  private void givenWeb(int replicas) {
    cluster.onCommit(recorder);
    cluster.api().create(Objects.deployment("web", replicas));
    cluster.settle();
    recorder.step("what is looked at");
  }

  private List<String> told(String about) {
    List<Timeline.Step> steps = recorder.timeline().steps();
    return steps.get(steps.size() - 1).entries().stream()
        .filter(entry -> entry.object().startsWith(about))
        .map(Timeline.Entry::sentence)
        .toList();
  }

  private Resource firstPod() {
    return cluster.view().list(Kinds.POD).get(0);
  }

  @Test
  void aPodOfANodeThatIsNotThereIsCollectedWithIt() {
    cluster.onCommit(recorder);
    recorder.step("what is looked at");
    cluster.api().create(Objects.pod("alone", "web:1").with("spec.nodeName", Scalar.of("n-9")));
    cluster.advance(Duration.ofMinutes(2));

    assertThat(told("pod/alone"))
        .containsExactly("created", "Failed", "gone: PodGC: node no longer exists");
    assertThat(recorder.lostPods()).containsOnlyKeys(new ObjectKey(Kinds.POD, "default", "alone"));
  }

  @Test
  void aPodThatLosesItsLabelIsReleasedAndItsPlaceTaken() {
    givenWeb(2);
    Resource pod = firstPod();

    cluster.api().update(pod.with("metadata.labels", Mapping.of("app", Scalar.of("debug"))));
    cluster.settle();

    assertThat(told("pod/" + pod.name()))
        .containsExactly(
            "labelled app=debug, pod-template-hash=<none>",
            "released by " + ownerOf(pod) + ": its labels no longer match the selector");
    assertThat(told("pod/"))
        .contains("created in the place of " + pod.name() + " by " + ownerOf(pod));
  }

  @Test
  void aPodThatGetsItsLabelBackIsOneTooMany() {
    givenWeb(2);
    Resource pod = firstPod();
    cluster.api().update(pod.with("metadata.labels.app", Scalar.of("debug")));
    cluster.settle();
    Resource released = cluster.view().get(ObjectKey.of(pod)).orElseThrow();

    cluster.api().update(released.with("metadata.labels.app", Scalar.of("web")));
    cluster.settle();

    assertThat(told("pod/" + pod.name()))
        .contains("labelled app=web", "adopted by " + ownerOf(pod));
    assertThat(told("pod/")).contains("is to stop: one too many for " + ownerOf(pod));
  }

  private static String ownerOf(Resource pod) {
    return Causes.ownerOf(pod);
  }

  @Test
  void aPodOfAFailedNodeIsEvictedByItsTaint() {
    givenWeb(2);

    cluster.failNode("n1");
    cluster.advance(Duration.ofSeconds(20));

    assertThat(told("pod/"))
        .contains(
            "no longer ready: node/n1 is not ready",
            "is to stop: evicted by the taint node.kubernetes.io/unreachable of node/n1");
    assertThat(told("node/")).contains("not ready: Kubelet stopped posting node status.");
  }

  @Test
  void aRolloutScalesDownWhatItReplaces() {
    givenWeb(1);
    String old = ownerOf(firstPod());

    cluster.api().patch(WEB, Mapping.of("spec", Mapping.of("template", template("web:2"))));
    cluster.settle();

    assertThat(told(old)).containsExactly("wants 0 pods by the rollout of deployment/web");
    assertThat(told("pod/")).contains("is to stop: scaled down by the rollout of deployment/web");
  }

  private static Mapping template(String image) {
    return (Mapping) Objects.deployment("web", 1)
        .with("spec.template.metadata.annotations", Mapping.of("image", Scalar.of(image)))
        .at("spec", "template");
  }

  @Test
  void aDeploymentThatIsScaledDownSaysSo() {
    givenWeb(2);

    cluster.api().scale(WEB, 1);
    cluster.settle();

    assertThat(told("deployment/web")).contains("wants 1 pod");
    assertThat(told("pod/")).contains("is to stop: scaled down by deployment/web");
  }

  @Test
  void whatHasLostItsOwnerGoesWithIt() {
    givenWeb(1);

    cluster.api().delete(WEB, Deletion.NORMAL);
    cluster.settle();

    assertThat(told("pod/"))
        .contains("is to stop: its owner " + "replicaset/web-" + hash() + " goes");
  }

  private String hash() {
    return recorder.timeline().entries().stream()
        .map(Timeline.Entry::object)
        .filter(object -> object.startsWith("replicaset/web-"))
        .findFirst()
        .orElseThrow()
        .substring("replicaset/web-".length());
  }

  @Test
  void aPodIsPreemptedByTheOneThatComes() {
    cluster.onCommit(recorder);
    cluster
        .api()
        .create(Objects.object("scheduling.k8s.io/v1", "PriorityClass", "high")
            .without("metadata", "namespace")
            .with("value", Scalar.of(1000)));
    for (String name : List.of("one", "two")) {
      cluster.api().create(large(name));
    }
    cluster.settle();
    cluster.api().create(large("vip").with("spec.priorityClassName", Scalar.of("high")));
    cluster.settle();

    assertThat(recorder.timeline().entries())
        .extracting(Timeline.Entry::sentence)
        .contains("is to stop: preempted by pod/vip");
  }

  private static Resource large(String name) {
    Mapping container = Mapping.of("name", Scalar.of("main"))
        .with("image", Scalar.of("web:1"))
        .with("resources", Mapping.of("requests", Mapping.of("cpu", Scalar.of("3"))));
    return Objects.pod(name, "web:1")
        .with("spec.containers", dev.seaworthy.manifest.Sequence.of(List.of(container)));
  }

  @Test
  void anEvictionIsOne() {
    givenWeb(1);

    cluster.api().evict(firstPod(), Optional.empty());
    cluster.settle();

    assertThat(told("pod/")).contains("is to stop: evicted");
  }
}
