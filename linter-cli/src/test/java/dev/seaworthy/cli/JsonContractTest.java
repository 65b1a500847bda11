package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonContractTest {

  private static final String INPUT = """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: Web
      ---
      a: [
      """;

  @Test
  void validateTellsEachObjectAndWhatBecameNone() {
    JsonNode report = json(Run.withInput(INPUT, "validate", "-o", "json", "-"));

    assertThat(report.path("kubernetes").asString()).isEqualTo("1.37");
    JsonNode object = report.path("objects").path(0);
    assertThat(object.path("name").asString()).isEqualTo("Web");
    assertThat(object.path("accepted").asBoolean()).isFalse();
    assertThat(object.path("code").asInt()).isEqualTo(422);
    JsonNode cause = object.path("causes").path(0);
    assertThat(cause.path("reason").asString()).isEqualTo("FieldValueInvalid");
    assertThat(cause.path("field").asString()).isEqualTo("metadata.name");
    assertThat(cause.path("line").asInt()).isEqualTo(4);
    assertThat(cause.path("column").asInt()).isEqualTo(9);
    assertThat(report.path("errors").path(0).path("file").asString()).isEqualTo("<stdin>");
  }

  @Test
  void lintTellsTheServersCausesAsFindings() {
    JsonNode report = json(Run.withInput(INPUT, "lint", "-o", "json", "-"));

    JsonNode finding = report.path("findings").path(0);
    assertThat(finding.path("rule").asString()).isEqualTo("api-rejected");
    assertThat(finding.path("object").path("kind").asString()).isEqualTo("ConfigMap");
    assertThat(report.path("errors").size()).isEqualTo(1);
  }

  @Test
  void dryRunTellsStatesAndTimeline() {
    JsonNode report = json(Run.withInput(
        "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [{name: web, image: 'nginx:1'}]}}",
        "dry-run",
        "-o",
        "json",
        "-"));

    JsonNode pod = report.path("states").path("pods").path(0);
    assertThat(pod.path("name").asString()).isEqualTo("web");
    assertThat(pod.path("ready").asBoolean()).isTrue();
    assertThat(pod.path("ip").asString()).isEqualTo("10.0.1.2");
    assertThat(report.path("timeline").size()).isPositive();
    assertThat(report.path("problems").isArray()).isTrue();
  }

  private static JsonNode json(Run run) {
    return JsonMapper.shared().readTree(run.out());
  }
}
