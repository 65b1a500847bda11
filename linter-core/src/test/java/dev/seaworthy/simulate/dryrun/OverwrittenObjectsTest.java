package dev.seaworthy.simulate.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.simulate.outcome.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Folders for several clusters in one input. */
class OverwrittenObjectsTest {

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: %d
        selector: {matchLabels: {app: web%d}}
        template:
          metadata: {labels: {app: web%d}}
          spec: {containers: [{name: main, image: 'web:1'}]}
      """;

  private final List<InputObject> objects = new ArrayList<>();

  private void given(String file, int replicas) {
    DryRuns.objects(WEB.formatted(replicas, replicas, replicas))
        .forEach(object -> objects.add(new InputObject(file, object.resource())));
  }

  private Outcome play() {
    return DryRun.of(objects, DryRuns.OPTIONS);
  }

  @Test
  void theLastOneIsPlayedAndThatIsSaidFirst() {
    given("k8s/dev/web.yaml", 1);
    given("k8s/prod/web.yaml", 2);

    Outcome outcome = play();

    assertThat(outcome.conclusion())
        .startsWith(
            "1 object stands in several places, and the last one is played: Deployment web in"
                + " k8s/dev/web.yaml:3 and k8s/prod/web.yaml:3 (k8s/dev/web.yaml:3)",
            "web has 2 pods, all ready");
    assertThat(outcome.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.severity()).isEqualTo(Severity.WARNING);
      assertThat(problem.remedy())
          .contains("play what belongs to one cluster by itself: k8s/dev/ or k8s/prod/");
      assertThat(problem.related())
          .extracting(Diagnostic.Related::place)
          .extracting(place -> place.file())
          .containsExactly("k8s/prod/web.yaml");
    });
  }

  @Test
  void whatIsTheSameInAllPlacesIsNotTold() {
    given("k8s/dev/web.yaml", 2);
    given("k8s/prod/web.yaml", 2);

    assertThat(play().problems()).isEmpty();
  }

  @Test
  void objectsWhoseNamesAreMadeUpAreDifferentOnes() {
    String job = """
        apiVersion: batch/v1
        kind: Job
        metadata: {generateName: task-}
        spec:
          template:
            spec: {restartPolicy: Never, containers: [{name: main, image: '%s'}]}
        """;

    Outcome outcome = DryRuns.of(job.formatted("a:1") + "---\n" + job.formatted("b:1"));

    assertThat(outcome.pods()).hasSize(2);
    assertThat(outcome.problems())
        .noneMatch(problem -> problem.code().equals("object-overwritten"));
  }
}
