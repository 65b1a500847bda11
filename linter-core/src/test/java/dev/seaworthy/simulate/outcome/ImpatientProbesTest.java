package dev.seaworthy.simulate.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.BuiltInCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.NodeShape;
import dev.seaworthy.simulate.clock.Seed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A story's program that answers too late for its startup probe does not pass for ready. */
class ImpatientProbesTest {

  @ParameterizedTest(name = "{0} with {1}: gives up {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "web:hang | {exec: {command: [up]}, periodSeconds: 5, failureThreshold: 4}         | 15",
        "web:slow | {exec: {command: [up]}, periodSeconds: 2, failureThreshold: 2}         |  2",
        "web:slow | {exec: {command: [up]}, periodSeconds: 1, initialDelaySeconds: 1}      | never",
        "web:slow | {exec: {command: [up]}, periodSeconds: 10, failureThreshold: 2}        | never",
        "web:1    | {exec: {command: [up]}, periodSeconds: 1, failureThreshold: 1}         | never",
      })
  void whatARealKubeletWouldRestartIsToldOf(String image, String probe, String seconds) {
    Outcome outcome = played("""
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: default}
        spec:
          containers:
          - {name: main, image: '%s', startupProbe: %s}
        """.formatted(image, probe));

    if (seconds.equals("never")) {
      assertThat(outcome.problems()).isEmpty();
    } else {
      assertThat(outcome.problems())
          .extracting(Diagnostic::message)
          .contains("container main ran as if failureThreshold were not there: its startup probe"
              + " gives up after " + seconds + "s, before the program answers");
    }
  }

  private static Outcome played(String manifest) {
    Cluster cluster =
        Cluster.start(ClusterSettings.REAL, Seed.NONE).withNodes("n", 1, NodeShape.USUAL);
    OutcomeRecorder recorder = new OutcomeRecorder(
        cluster, BuiltInCatalog.of(Release.NEWEST), "default", Location.ofFile("cluster"));
    Resource pod = new Resource((Mapping) new ManifestReader()
        .read("pod.yaml", manifest.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root());
    recorder.applied(new InputObject("pod.yaml", pod), pod, cluster.api().apply(pod));
    cluster.settle(Duration.ofMinutes(1));
    return recorder.outcome();
  }
}
