package dev.seaworthy.validate.check.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of a workload without a selector is told that it is missing, and how it would look. */
class MissingSelectorTest {

  private static final String DAEMON_SET = """
      apiVersion: apps/v1
      kind: DaemonSet
      metadata: {name: proxy}
      spec:
        template:
          metadata: {labels: {app: proxy}}
          spec: {containers: [{name: c, image: "nginx:1.29"}]}
      """;

  @Test
  void isToldWithTheLabelsOfThePods() {
    Diagnostic told = told(DAEMON_SET);

    assertThat(told.message())
        .isEqualTo("labels are selected by nothing: spec.selector is missing");
    assertThat(told.remedy().orElse("")).contains("selector: {matchLabels: {\"app\":\"proxy\"}}");
  }

  @Test
  void isToldOfPodsWithoutLabels() {
    Diagnostic told = told(DAEMON_SET.replace("    metadata: {labels: {app: proxy}}\n", ""));

    assertThat(told.remedy().orElse("")).contains("selector: {matchLabels: {app: NAME}}");
  }

  @Test
  void isNotToldOfOneThatDiffers() {
    Diagnostic told = told(DAEMON_SET.replace(
        "spec:\n  template", "spec:\n  selector: {matchLabels: {a: b}}\n  template"));

    assertThat(told.message()).isEqualTo("labels are not those that the selector asks for");
  }

  private static Diagnostic told(String manifest) {
    List<Diagnostic> all = Seaworthy.usual().validate(Input.text("ds.yaml", manifest)).stream()
        .flatMap(file -> file.diagnostics().stream())
        .filter(each -> each.field().orElse("").startsWith("spec.template.metadata.labels"))
        .toList();
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
