package dev.seaworthy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.seaworthy.Input;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.Fix;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** SARIF as its published schema and its prose have it. */
class SarifReportTest {

  private static final String POD = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - {name: "🦀", image: nginx}
      """;

  @Test
  void whatLintFindsFitsThePublishedSchema() throws IOException {
    Input input = Input.text("k8s/pod.yaml", POD)
        .and(Input.text("k8s/broken.yaml", "a: ["))
        .and(Input.paths("no-such-file.yaml"));

    String log = Printed.lint("sarif", input);

    assertThat(complaintsOfSchema(log)).isEmpty();
  }

  @Test
  void theToolSaysItsVersion() throws IOException {
    String log = Printed.lint("sarif", Input.text("pod.yaml", POD));

    assertThat(complaintsOfSchema(log)).isEmpty();
    JsonNode driver = run(log).at("/tool/driver");
    assertThat(driver.path("version").asString()).isEqualTo("1.2.3");
    assertThat(driver.path("semanticVersion").asString()).isEqualTo("1.2.3");
  }

  @Test
  void whatAFileAsksNotToBeToldIsAResultThatIsSuppressed() throws IOException {
    String pod = POD.replace(
        "image: nginx}", "image: nginx} # seaworthy:ignore image-tag-mutable -- a demo");

    String log = Printed.lint("sarif", Input.text("pod.yaml", pod));

    assertThat(complaintsOfSchema(log)).isEmpty();
    JsonNode results = run(log).path("results");
    JsonNode last = results.path(results.size() - 1);
    assertThat(last.path("ruleId").asString()).isEqualTo("image-tag-mutable");
    assertThat(last.at("/suppressions/0/kind").asString()).isEqualTo("inSource");
    assertThat(last.at("/suppressions/0/justification").asString()).isEqualTo("a demo");
    assertThat(results.path(0).has("suppressions")).isFalse();
  }

  @Test
  void everythingThatADiagnosticCanHaveFitsThePublishedSchema() throws IOException {
    String log = Printed.of("sarif", "a.yaml", "a: b\n", everything());

    assertThat(complaintsOfSchema(log)).isEmpty();
    JsonNode result = run(log).path("results").path(0);
    assertThat(result.path("message").path("text").asString()).isEqualTo("is b. Write c");
    assertThat(result
            .at("/fixes/0/artifactChanges/0/replacements/0/insertedContent/text")
            .asString())
        .isEqualTo("c");
    JsonNode added = result.at("/fixes/0/artifactChanges/0/replacements/1/deletedRegion");
    assertThat(added.path("startColumn").asInt()).isEqualTo(5);
    assertThat(added.path("endColumn").asInt()).as("nothing goes").isEqualTo(5);
    assertThat(result.at("/fixes/0/properties/safe").asBoolean(true)).isFalse();
    assertThat(result.at("/relatedLocations/0/message/text").asString())
        .isEqualTo("asked for here");
    assertThat(result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asString())
        .isEqualTo("Thing/team/one#spec.a");
  }

  @Test
  void columnsCountUtf16Units() {
    JsonNode region = run(Printed.lint("sarif", Input.text("pod.yaml", POD)))
        .path("results")
        .valueStream()
        .filter(result -> result.path("ruleId").asString().equals("image-tag-mutable"))
        .findFirst()
        .orElseThrow()
        .at("/locations/0/physicalLocation/region");

    // The crab is one character and two units.
    int start = "    - {name: \"🦀\", image: ".length() + 1;
    assertThat(region.path("startColumn").asInt()).isEqualTo(start);
    assertThat(region.path("endColumn").asInt()).isEqualTo(start + "nginx".length());
  }

  @Test
  void filesAreUrisBelowABaseThatIsNamedOnce() {
    JsonNode run = run(Printed.of(
        "sarif", "ä b/c%d.yaml", "", Diagnostic.of("x", Severity.INFO, "is", at("ä b/c%d.yaml"))));

    JsonNode file = run.at("/results/0/locations/0/physicalLocation/artifactLocation");
    assertThat(file.path("uri").asString()).isEqualTo("%C3%A4%20b/c%25d.yaml");
    assertThat(run.path("originalUriBaseIds")
            .path(file.path("uriBaseId").asString())
            .path("uri"))
        .hasToString("\"file:///work%20shop/\"");
  }

  @Test
  void aFileOutsideIsNamedAbsolutely() {
    JsonNode run = run(Printed.of(
        "sarif", "../x.yaml", "", Diagnostic.of("x", Severity.INFO, "is", at("../x.yaml"))));

    assertThat(run.at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
            .asString())
        .isEqualTo("file:///x.yaml");
  }

  @Test
  void aRuleTellsWhyAndWhatToDo() {
    JsonNode run = run(Printed.lint("sarif", Input.text("pod.yaml", POD)));

    JsonNode result = run.path("results").path(0);
    JsonNode rule = run.at("/tool/driver/rules").path(result.path("ruleIndex").asInt());
    assertThat(rule.path("id").asString()).isEqualTo(result.path("ruleId").asString());
    assertThat(rule.path("help").path("markdown").asString()).contains("**Instead:**");
  }

  @Test
  void whatCouldNotBeDoneIsToldOfTheRun() {
    JsonNode invocation =
        run(Printed.lint("sarif", Input.paths("no-such-file.yaml"))).at("/invocations/0");

    assertThat(invocation.path("executionSuccessful").asBoolean()).isFalse();
    assertThat(invocation.path("toolExecutionNotifications").size()).isEqualTo(1);
  }

  private static Diagnostic everything() {
    return Diagnostic.of("thing-wrong", Severity.ERROR, "is b", at("a.yaml"))
        .withRemedy("Write c")
        .withField("spec.a", "FieldValueInvalid")
        .withSubject(new Diagnostic.Subject("example.com/v1", "Thing", "team", "one"))
        .withRelated(List.of(new Diagnostic.Related(at("other.yaml"), "asked for here")))
        .withFix(new Fix(
            List.of(
                new Edit(at("a.yaml"), "c"), new Edit(Location.ofPoint("a.yaml", 1, 5), "\nd: e")),
            false));
  }

  private static Location at(String file) {
    return new Location(file, 1, 4, 1, 5);
  }

  private static JsonNode run(String log) {
    return JsonMapper.shared().readTree(log).path("runs").path(0);
  }

  private static List<String> complaintsOfSchema(String log) throws IOException {
    try (InputStream in =
        SarifReportTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);
      return schema.validate(log, InputFormat.JSON).stream()
          .map(Object::toString)
          .toList();
    }
  }
}
