package dev.seaworthy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.BuiltInCatalog;
import dev.seaworthy.api.Release;
import org.junit.jupiter.api.Test;

/** What {@code seaworthy explain} answers. */
class ExplanationTest {

  @Test
  void aFieldIsToldWithItsTypeItsDefaultAndWhatMustHold() {
    assertThat(answerTo("deployment.spec.strategy.rollingUpdate.maxSurge"))
        .contains("VERSION:  apps/v1 (Kubernetes 1.37)")
        .contains("<number or text>")
        .contains("default 25%")
        .contains("How many pods more than wanted there may be meanwhile");
  }

  @Test
  void aFieldThatCameLaterSaysSince() {
    assertThat(answerTo("pod.spec.containers.restartPolicyRules"))
        .contains("since Kubernetes 1.34");
    assertThat(answerTo("pod.spec.containers.image")).doesNotContain("since Kubernetes");
  }

  @Test
  void ofSeveralVersionsTheOneThatHasTheFieldIsTold() {
    assertThat(answerTo("hpa.spec.metrics")).contains("autoscaling/v2");
    assertThat(answerTo("hpa.spec.targetCPUUtilizationPercentage")).contains("autoscaling/v1");
  }

  @Test
  void indicesAndKeysMayBeWritten() {
    assertThat(answerTo("pod.spec.containers[0].env[1].value")).contains("always a text");
    assertThat(answerTo("configmap.data.key")).contains("configmap.data.key <text>");
  }

  @Test
  void aNameThatIsNotThereIsAnsweredWithThoseThatAre() {
    Explanation.Answer answer = explanation().of("pod.spec.containers.imag");

    assertThat(answer.found()).isFalse();
    assertThat(answer.problem())
        .isEqualTo("there is no field 'imag' in pod.spec.containers; did you mean image?");
    assertThat(answer.text()).contains("imagePullPolicy");
  }

  @Test
  void aKindThatIsNotThereIsAnsweredWithTheNearest() {
    assertThat(explanation().of("deploymnt.spec").problem())
        .isEqualTo("Kubernetes 1.37 has no kind 'deploymnt'; did you mean deployment?");
  }

  private static String answerTo(String path) {
    return explanation().of(path).text();
  }

  private static Explanation explanation() {
    return new Explanation(BuiltInCatalog.of(Release.NEWEST));
  }
}
