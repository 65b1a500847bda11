package dev.seaworthy.simulate.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.outcome.Inquiries;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.PodState;
import dev.seaworthy.simulate.outcome.Timeline;
import dev.seaworthy.simulate.store.Kinds;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Failures without a scenario file. */
class WhatIfTest {

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 3
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - name: web
              image: web:1
              resources: {requests: {cpu: 500m}}
      """;

  private static Outcome play(Plan plan) {
    return DryRuns.of(WEB, DryRuns.OPTIONS.with(plan));
  }

  private static Plan of(Deed... deeds) {
    return new Plan(Optional.empty(), Map.of(), List.of(deeds), Optional.empty(), Inquiries.NONE);
  }

  private static Plan of(String image, String behaviour) {
    return new Plan(
        Optional.empty(),
        Map.of(image, ImageWords.parse(behaviour)),
        List.of(),
        Optional.empty(),
        Inquiries.NONE);
  }

  private static List<String> titles(Outcome outcome) {
    return outcome.timeline().steps().stream().map(Timeline.Step::title).toList();
  }

  private static List<String> conclusion(Outcome outcome) {
    return outcome.conclusion();
  }

  @Test
  void aFailedNodeLosesItsPodsAfterTheRealTimes() {
    Outcome outcome = play(of(Deeds.failNode("node-2")));

    assertThat(titles(outcome)).containsExactly("apply test.yaml", "failNode: node-2");
    assertThat(outcome.pods().stream()
            .filter(PodState::ready)
            .filter(pod -> pod.status().equals("Running"))
            .flatMap(pod -> pod.node().stream()))
        .hasSize(3)
        .doesNotContain("node-2");
    assertThat(outcome.timeline().entries())
        .extracting(Timeline.Entry::sentence)
        .contains("is to stop: evicted by the taint node.kubernetes.io/unreachable of node/node-2");
  }

  @Test
  void aDrainedNodeIsEmpty() {
    Outcome outcome = play(of(Deeds.drain("node-1", false, false)));

    assertThat(outcome.pods())
        .hasSize(3)
        .allMatch(pod -> !pod.node().equals(Optional.of("node-1")));
    assertThat(outcome.isFine()).isTrue();
  }

  @Test
  void whatDrainingWouldLoseIsAskedFor() {
    String scratch = WEB + "      volumes: [{name: scratch, emptyDir: {}}]\n";

    assertThat(DryRuns.of(scratch, DryRuns.OPTIONS.with(of(Deeds.drain("node-1", false, false))))
            .problems())
        .extracting(Diagnostic::message)
        .anyMatch(message -> message.startsWith("cannot delete pods with local storage"
            + " (--delete-emptydir-data allows it, as with kubectl"));
    assertThat(DryRuns.of(scratch, DryRuns.OPTIONS.with(of(Deeds.drain("node-1", false, true))))
            .pods())
        .hasSize(3)
        .allMatch(pod -> !pod.node().equals(Optional.of("node-1")));
  }

  @Test
  void aBudgetThatKeepsANodeFromBeingDrainedIsNamed() {
    Outcome outcome =
        DryRuns.of(WEB + """
            ---
            apiVersion: policy/v1
            kind: PodDisruptionBudget
            metadata: {name: web}
            spec:
              minAvailable: 3
              selector: {matchLabels: {app: web}}
            """, DryRuns.OPTIONS.with(of(Deeds.drain("node-1", false, false))));

    Diagnostic kept = outcome.problems().stream()
        .filter(problem -> problem.place().line() > 0)
        .findFirst()
        .orElseThrow();
    assertThat(kept.message())
        .matches("PodDisruptionBudget web does not let pod web-\\S+ go: it needs 3 healthy pods and"
            + " has 3");
    assertThat(kept.place().line()).isEqualTo(18);
    assertThat(kept.remedy())
        .contains("let it spare one, as with maxUnavailable: 1, or run more pods of web");
    assertThat(outcome.problems())
        .extracting(Diagnostic::message)
        .noneMatch(message -> message.contains("timeout"));
  }

  @Test
  void aCrashIsOneAndMended() {
    Outcome outcome = play(of(Deeds.crash(Kinds.DEPLOYMENT, "web")));

    assertThat(outcome.pods()).hasSize(3).allMatch(pod -> pod.restarts() == 1 && pod.ready());
    assertThat(titles(outcome)).contains("containerExit: {of: Deployment/web}");
  }

  @Test
  void aBarePodOfAFailedNodeIsLost() {
    Outcome outcome = DryRuns.of("""
        apiVersion: v1
        kind: Pod
        metadata: {name: alone}
        spec: {containers: [{name: main, image: 'alone:1'}]}
        """, DryRuns.OPTIONS.with(of(Deeds.failNode("node-1"))));

    assertThat(conclusion(outcome).get(0))
        .isEqualTo("alone is lost: evicted by the taint node.kubernetes.io/unreachable of"
            + " node/node-1, and nobody makes it anew (test.yaml:3)");
    assertThat(outcome.isFine()).isFalse();
  }

  @Test
  void aPodOfAStatefulSetKeepsItsNameOnAFailedNode() {
    Outcome outcome = DryRuns.of("""
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db}
        spec:
          replicas: 2
          serviceName: db
          selector: {matchLabels: {app: db}}
          template:
            metadata: {labels: {app: db}}
            spec: {containers: [{name: main, image: 'db:1'}]}
        """, DryRuns.OPTIONS.with(of(Deeds.failNode("node-1"))));

    assertThat(conclusion(outcome).get(0))
        .isEqualTo("db has only 1 of 2 pods ready: db-0 cannot stop, for node-1 is silent, and no"
            + " other of that name is made before (test.yaml:3)");
    assertThat(outcome.isFine()).isFalse();
  }

  @Test
  void anImageThatCannotBePulledKeepsTheRolloutFromItsEnd() {
    Outcome outcome = play(of("web:1", "pull-fails"));

    assertThat(conclusion(outcome).get(0))
        .isEqualTo("web never becomes available: the image web:1 can't be pulled (test.yaml:12)");
    assertThat(outcome.isFine()).isFalse();
  }

  @Test
  void whatIsLookedAtTooSoonIsNotToldAsNever() {
    Plan slow = of("web:1", "pull-takes:1m");
    Outcome outcome = play(new Plan(
        slow.before(),
        slow.images(),
        List.of(),
        Optional.of(Duration.ofSeconds(10)),
        slow.inquiries()));

    assertThat(conclusion(outcome).get(0)).startsWith("web is not available after 00:10.000: ");
  }

  @Test
  void aSlipInANameIsNoSuccess() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> play(of(Deeds.failNode("nod-2"))))
        .withMessage("there is no node 'nod-2'; did you mean node-2?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> play(of(Deeds.crash(Kinds.DEPLOYMENT, "wbe"))))
        .withMessage("there is no object 'Deployment/wbe'; did you mean Deployment/web?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> play(of("web:11", "crashes")))
        .withMessage("there is no image 'web:11'; there are web:1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageWords.parse("pull-fail"))
        .withMessage("an image cannot be 'pull-fail'; did you mean pull-fails?");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageWords.parse("ready-after"))
        .withMessage("'ready-after' needs a time, such as ready-after:30s");
  }

  @Test
  void namesOfTheInputAreToldInOneLine() {
    String pod = "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: "
        + "[{name: a, image: \"evil\\n::error::line\"}]}}";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> DryRuns.of(pod, DryRuns.OPTIONS.with(of("web:11", "crashes"))))
        .withMessage("there is no image 'web:11'; there are evil ::error::line");
  }

  @Test
  void everyWordForAnImageMeansSomethingElse() {
    assertThat(ImageWords.all().stream().map(ImageWords::parse).distinct())
        .hasSize(ImageWords.all().size())
        .doesNotContain(Behaviour.NORMAL);
  }

  @Test
  void aRealClustersPodsTakeTheirRoom() {
    ClusterState state = ClusterState.of(resources("""
        apiVersion: v1
        kind: Node
        metadata: {name: big, labels: {zone: a, kubernetes.io/hostname: big}}
        spec: {taints: [{key: team, value: data, effect: NoSchedule}]}
        status:
          allocatable: {cpu: "16", memory: 64Gi, pods: "110"}
          conditions: [{type: Ready, status: "True"}]
        ---
        apiVersion: v1
        kind: Node
        metadata: {name: small, labels: {zone: b}}
        status:
          allocatable: {cpu: "2", memory: 4Gi, pods: "110"}
          conditions: [{type: Ready, status: "True"}]
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: other-abc
          namespace: shop
          ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: other, uid: x, controller: true}]
        spec:
          nodeName: small
          serviceAccountName: other
          priorityClassName: high
          priority: 100
          volumes: [{name: config, configMap: {name: other}}]
          containers:
          - name: main
            image: other:1
            envFrom: [{secretRef: {name: other}}]
            resources: {requests: {cpu: 1200m}}
        status: {phase: Running}
        """));

    Outcome outcome =
        play(new Plan(Optional.of(state), Map.of(), List.of(), Optional.empty(), Inquiries.NONE));

    assertThat(conclusion(outcome).get(0))
        .isEqualTo("web has only 1 of 3 pods ready: 2 find no node: big has the taint"
            + " team=data:NoSchedule, which it does not tolerate; small has 0.3 CPUs"
            + " left of the 0.5 asked for (test.yaml:13)");
    assertThat(conclusion(outcome)).noneMatch(sentence -> sentence.startsWith("Assumed: 3 nodes"));
    assertThat(outcome.pods())
        .filteredOn(pod -> pod.namespace().equals("shop"))
        .singleElement()
        .matches(pod -> pod.ready() && pod.wasThere());
    assertThat(outcome.shown()).contains("web-").doesNotContain("other");
    assertThat(outcome.timeline().entries()).noneMatch(entry -> entry.object().contains("other"));
  }

  private static List<Resource> resources(String text) {
    return new ManifestReader()
        .read("state.yaml", text.getBytes(StandardCharsets.UTF_8)).documents().stream()
            .map(document -> new Resource((Mapping) document.root()))
            .toList();
  }

  private static final String WITH_CLAIM = """
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data}
      spec: {accessModes: [%s], resources: {requests: {storage: 1Gi}}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: db}
      spec:
        replicas: %d
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec:
            containers: [{name: db, image: 'db:1', volumeMounts: [{name: data, mountPath: /data}]}]
            volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
      """;

  private static Diagnostic about(Outcome outcome, String words) {
    return outcome.problems().stream()
        .filter(problem -> problem.message().contains(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aVolumeThatASilentNodeHoldsIsNotFreedByAnotherStrategy() {
    Outcome outcome = DryRuns.of(
        WITH_CLAIM.formatted("ReadWriteOnce", 1),
        DryRuns.OPTIONS.with(of(Deeds.failNode("node-1"))));

    Diagnostic told = about(outcome, "can't be attached");
    assertThat(told.message()).endsWith(", and node-1, where that is, is silent");
    assertThat(told.remedy().orElseThrow())
        .contains("kubectl delete node node-1", "out-of-service")
        .doesNotContain("Recreate");
    assertThat(told.toString()).contains("FailedAttachVolume");
  }

  @Test
  void aClaimForOnePodIsThereAndTaken() {
    Outcome outcome = DryRuns.of(WITH_CLAIM.formatted("ReadWriteOncePod", 2));

    assertThat(about(outcome, "another one has it").remedy().orElseThrow())
        .contains("Recreate", "another access mode")
        .doesNotContain("apply the claim");
  }

  @Test
  void whatIsAskedForIsInNoFile() {
    String scratch = WEB + "      volumes: [{name: scratch, emptyDir: {}}]\n";
    Outcome outcome =
        DryRuns.of(scratch, DryRuns.OPTIONS.with(of(Deeds.drain("node-1", false, false))));

    assertThat(conclusion(outcome))
        .anyMatch(sentence -> sentence.contains("emptyDir") || sentence.contains("local storage"))
        .noneMatch(sentence -> sentence.contains("<command line>"));
  }

  @Test
  void nothingIsAppliedOfNothing() {
    assertThat(DryRun.title(List.of())).isEqualTo("apply nothing");
  }

  @Test
  void aDaemonSetThatAQuotaRefusesHasNoReplicasToPointAt() {
    Outcome outcome = DryRuns.of("""
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: few}
        spec: {hard: {pods: 0}}
        ---
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent}
        spec:
          selector: {matchLabels: {app: agent}}
          template:
            metadata: {labels: {app: agent}}
            spec: {containers: [{name: agent, image: 'agent:1'}]}
        """);

    assertThat(about(outcome, "the API server refuses").toString())
        .contains("spec.template")
        .doesNotContain("spec.replicas");
  }
}
