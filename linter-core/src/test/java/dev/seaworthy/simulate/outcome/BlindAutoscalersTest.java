package dev.seaworthy.simulate.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.simulate.dryrun.DryRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlindAutoscalersTest {

  private static final String AUTOSCALER = """
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: web}
      spec:
        maxReplicas: 3
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
      """;

  private static List<String> problems(Outcome outcome) {
    return outcome.problems().stream()
        .filter(problem -> problem.code().equals(OutcomeCodes.UNSCALED))
        .map(Diagnostic::message)
        .toList();
  }

  @Test
  void anAutoscalerThatMeasuresNothingSaysSo() {
    Outcome outcome = DryRuns.of(AUTOSCALER + """
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: main, image: 'web:1', resources: {requests: {cpu: 1}}}]}
        """);

    assertThat(problems(outcome)).singleElement().asString().startsWith("web keeps to its bounds");
    assertThat(outcome.isFine()).isTrue();
  }

  @Test
  void anAutoscalerWithoutATargetSaysSo() {
    assertThat(problems(DryRuns.of(AUTOSCALER)))
        .singleElement()
        .asString()
        .startsWith("web does not scale");
  }

  @Test
  void aTargetThatIsNotThereMayBeElsewhereUnlessOneHasNearlyItsName() {
    String other = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: %s}
        spec:
          selector: {matchLabels: {app: a}}
          template:
            metadata: {labels: {app: a}}
            spec: {containers: [{name: main, image: 'a:1'}]}
        """;

    assertThat(severities(AUTOSCALER + "---\n" + other.formatted("cache")))
        .containsExactly(Severity.WARNING);
    assertThat(severities(AUTOSCALER + "---\n" + other.formatted("wbe")))
        .containsExactly(Severity.ERROR);
  }

  private static List<Severity> severities(String manifests) {
    return DryRuns.of(manifests).problems().stream()
        .filter(problem -> problem.code().equals(OutcomeCodes.UNSCALED))
        .map(Diagnostic::severity)
        .toList();
  }
}
