package dev.seaworthy.simulate.scenario.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.scenario.Stories;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A slip in what a step names must not look as if the step had been done. */
class StepsAboutNothingTest {

  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "failNode: nod-2 | there is no node 'nod-2'; did you mean node-2?",
        "recoverNode: [node-1, n] | there is no node 'n'",
        "containerCrash: {of: Deployment/wbe} | Deployment/wbe is not there; did you mean"
            + " Deployment/web?",
        "ready: {of: Deploymnt/web} | Deploymnt/web is not there; did you mean Deployment/web?",
        "label: {pods: {selector: app=wbe}, labels: {a: b}} | no pod is as the step asks for",
        "deletePod: {of: Deployment/web, pick: [1, 4]} | of the pods that it picks 1 are not there",
        "evict: {name: web} | there is no pod 'web'",
        "load: {target: Deployment/wbe, cpu: 1} | Deployment/wbe is not there; did you mean"
            + " Deployment/web?",
        "scale: {target: Deployment/wbe, replicas: 1} | the API server answers 404 NotFound:"
            + " Deployment/wbe is not there; did you mean Deployment/web?",
        "find: {kind: Pdo, selector: app=web} | there is no kind 'Pdo'; did you mean pod?",
      })
  void isToldAtTheStep(String step, String message) {
    assertThat(Stories.in(folder).with("web.yaml", Stories.WEB.formatted(3)).errors("""
        steps:
        - apply: web.yaml
        - settle: {}
        - %s
        """.formatted(
                step)))
        .containsExactly("4:3 " + message);
  }

  @Test
  void orIsExpected() {
    assertThat(Stories.in(folder).with("web.yaml", Stories.WEB.formatted(3)).errors("""
        steps:
        - apply: web.yaml
        - settle: {}
        - evict: {name: gone}
        - expect: {refused: true}
        """))
        .isEmpty();
  }
}
