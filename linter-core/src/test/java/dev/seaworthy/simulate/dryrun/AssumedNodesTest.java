package dev.seaworthy.simulate.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.PodState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What nodes are like that nobody has described. */
class AssumedNodesTest {

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: %s}
      spec:
        replicas: 3
        selector: {matchLabels: {app: %s}}
        template:
          metadata: {labels: {app: %s}}
          spec:
            containers: [{name: main, image: 'web:1'}]
      """;

  private static String web(String name, String spec) {
    return WEB.formatted(name, name, name) + spec.indent(6);
  }

  private static Outcome play(String manifests) {
    return DryRuns.of(manifests);
  }

  private static void assertAssumed(Outcome outcome, String... texts) {
    assertThat(outcome.conclusion().get(0)).startsWith("All is well: ");
    assertThat(outcome.assumptions()).contains("3 nodes of 4 CPUs and 8 GiB").contains(texts);
  }

  @Test
  void theyAreInThreeZonesOfWhichNobodyIsToldWhoDoesNotAsk() {
    assertThat(play(web("web", "")).assumptions())
        .contains("3 nodes of 4 CPUs and 8 GiB")
        .noneMatch(text -> text.contains("zone"));
  }

  @Test
  void podsAreSpreadOverZones() {
    Outcome outcome = play(web("web", """
        topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: DoNotSchedule
          labelSelector: {matchLabels: {app: web}}
        """));

    assertAssumed(outcome, "nodes are in the zones zone-1, zone-2, zone-3");
    assertThat(outcome.pods()).extracting(PodState::node).doesNotHaveDuplicates();
  }

  @Test
  void theyAreInTheZonesThatManifestsName() {
    Outcome outcome = play(web("web", """
        affinity:
          nodeAffinity:
            requiredDuringSchedulingIgnoredDuringExecution:
              nodeSelectorTerms:
              - matchExpressions:
                - {key: topology.kubernetes.io/zone, operator: In, values: [eu-1a, eu-1b]}
        """));

    assertAssumed(outcome, "nodes are in the zones eu-1a, eu-1b");
  }

  @Test
  void theyHaveTheLabelsThatPodsCannotDoWithout() {
    Outcome outcome = play(web("fast", "nodeSelector: {disk: ssd}")
        + "---\n"
        + web("slow", "nodeSelector: {disk: hdd}"));

    assertAssumed(outcome, "nodes have the label disk=ssd or disk=hdd");
    assertThat(outcome.pods())
        .filteredOn(pod -> pod.name().startsWith("slow"))
        .extracting(PodState::node)
        .containsOnly(Optional.of("node-2"));
  }

  @Test
  void theyAreOfTheArchitectureThatPodsAreMadeFor() {
    assertAssumed(
        play(web("web", "nodeSelector: {kubernetes.io/arch: arm64}")),
        "nodes have the label kubernetes.io/arch=arm64");
    assertThat(play(web("web", "nodeSelector: {kubernetes.io/arch: amd64}")).assumptions())
        .noneMatch(text -> text.contains("arch"));
  }

  @Test
  void aNodeThatIsNamedIsThere() {
    Outcome outcome = play("""
        apiVersion: v1
        kind: PersistentVolume
        metadata: {name: disk}
        spec:
          capacity: {storage: 1Gi}
          accessModes: [ReadWriteOnce]
          storageClassName: local
          local: {path: /disk}
          nodeAffinity:
            required:
              nodeSelectorTerms:
              - matchExpressions:
                - {key: kubernetes.io/hostname, operator: In, values: [worker-7]}
        ---
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata: {name: data}
        spec:
          accessModes: [ReadWriteOnce]
          storageClassName: local
          resources: {requests: {storage: 1Gi}}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: db}
        spec:
          volumes: [{name: data, persistentVolumeClaim: {claimName: data}}]
          containers: [{name: db, image: 'db:1'}]
        """);

    assertAssumed(outcome, "nodes are called worker-7");
    assertThat(outcome.pods()).extracting(PodState::node).containsExactly(Optional.of("worker-7"));
  }

  @Test
  void whereTheInputIsAllThatThereIsTheyHaveWhatAllNodesHave() {
    assertThat(DryRuns.ofNothingElse(web("web", "nodeSelector: {disk: ssd}"))
            .conclusion()
            .get(0))
        .startsWith("web never becomes available: its pods find no node");
  }
}
