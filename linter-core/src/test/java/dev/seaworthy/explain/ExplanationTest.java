package dev.seaworthy.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.crd.CrdCatalog;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void theRangeOfNodePortsIsTold() {
    assertThat(answerTo("service.spec.ports.nodePort")).contains("30000").contains("32767");
  }

  @Test
  void theValuesOfAFieldAreToldOnce() {
    assertThat(answerTo("pod.spec.containers.terminationMessagePolicy"))
        .containsOnlyOnce("one of")
        .contains("one of File, FallbackToLogsOnError");
    assertThat(answerTo("pod.spec.restartPolicy")).containsOnlyOnce("one of");
  }

  @Test
  void whatStandsForNothingIsNoValue() {
    assertThat(answerTo("service.spec.ipFamilies")).contains("one of IPv4, IPv6");
  }

  @Test
  void whatTheServerTakesElsewhereOrDropsIsTold() {
    assertThat(answerTo("pod.spec.serviceAccount"))
        .contains("default: what serviceAccountName says");
    assertThat(answerTo("pod.spec.schedulingGroup")).contains("dropped by a server of this");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "....", ".pod", "[0].", "[x]"})
  void aPathWithoutAKindNamesNone(String path) {
    Explanation.Answer answer = explanation().of(path);

    assertThat(answer.text()).isEmpty();
    assertThat(answer.problem()).isEqualTo("Kubernetes 1.37 has no kind ''");
  }

  /** Over the fields of all kinds, down to where types come again. */
  @Test
  void noFactEndsBeforeItSaysAnything() {
    Explanation explanation = explanation();
    for (GroupVersionKind kind : BuiltInCatalog.of(Release.NEWEST).kinds()) {
      for (String part : List.of("", ".spec", ".spec.template.spec", ".metadata", ".status")) {
        String text =
            explanation.of(kind.kind().toLowerCase(Locale.ROOT) + part).text();

        assertThat(text)
            .as(kind + part)
            .doesNotContain(" of ,", ", ,", ";;", "null")
            .doesNotContainPattern("(?m)(default|one of|at most|at least|form) *(;|$)");
      }
    }
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

  @Test
  void aCustomKindIsToldFromItsDefinition() {
    Explanation explanation = new Explanation(CrdCatalog.of(
        new ManifestReader()
            .read("crd.yaml", """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: backups.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {plural: backups, kind: Backup}
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            spec:
                              type: object
                              x-kubernetes-validations:
                                - rule: self.keep >= oldSelf.keep
                                  message: must not keep less than before
                              properties:
                                keep: {type: integer, minimum: 1, default: 7}
                                place:
                                  type: string
                                  maxLength: 1
                                  x-kubernetes-validations: [{rule: self == oldSelf}]
                                ends:
                                  type: array
                                  x-kubernetes-list-type: map
                                  x-kubernetes-list-map-keys: [name]
                                  items: {type: object, properties: {name: {type: string}}}
                """.getBytes(StandardCharsets.UTF_8)).documents().stream()
                .<Node>map(Document::root)
                .toList(),
        BuiltInCatalog.of(Release.NEWEST)));

    assertThat(explanation.of("backup.spec").text())
        .contains("must not keep less than before (asked of changes)")
        .contains("self.keep >= oldSelf.keep")
        .contains("<whole number (64 bits)>  default 7; at least 1")
        .contains("at most 1 character; can't be changed")
        .contains("items are told apart by name");
  }

  private static String answerTo(String path) {
    return explanation().of(path).text();
  }

  private static Explanation explanation() {
    return new Explanation(BuiltInCatalog.of(Release.NEWEST));
  }
}
