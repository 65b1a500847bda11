package dev.seaworthy.project.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.validate.schema.JsonSchemaValidator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationFileTest {

  private static final Path FOLDER = Path.of("/work");

  @Test
  void saysNothingWhereNothingIsWritten() {
    Configuration configuration = read("");

    assertThat(configuration.profile()).isEmpty();
    assertThat(configuration.rules()).isEmpty();
    assertThat(configuration.baseline()).isEmpty();
  }

  @Test
  void saysWhatIsWritten() {
    Configuration configuration = read("""
        kubernetes: "1.30"
        profile: strict
        failOn: warning
        baseline: known.yaml
        """);

    assertThat(configuration.kubernetes()).contains(new Release(30));
    assertThat(configuration.profile()).contains(RuleProfile.STRICT);
    assertThat(configuration.failOn()).contains(Severity.WARNING);
    assertThat(configuration.baseline()).contains(FOLDER.resolve("known.yaml"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"kubernetes", "failOn", "strictKinds", "baseline", "defaultNamespace"})
  void aWordWithoutItsValueIsTold(String word, @TempDir Path project) {
    assertThat(in(project, "rules:\n" + word + ":\n").problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.message()).startsWith("'" + word + "' has no value");
          assertThat(problem.place().line()).isEqualTo(2);
        });
    assertThat(in(project, "external: [{kind: }]").problems())
        .extracting(problem -> problem.message())
        .containsExactly("an external object needs a 'kind'");
  }

  @Test
  void itsPathsCountFromItsFolderAndUrlsStay(@TempDir Path project) throws IOException {
    Files.createDirectory(project.resolve("crds"));
    Configuration configuration = in(project, """
            crds: [crds]
            schemaLocations: ["https://example.com/{{.ResourceKind}}.json", "my/{{.ResourceKind}}"]
            """).configuration().orElseThrow();

    assertThat(configuration.crds()).containsExactly(project.resolve("crds").toString());
    assertThat(configuration.schemaLocations())
        .containsExactly(
            "https://example.com/{{.ResourceKind}}.json",
            project.resolve("my/{{.ResourceKind}}").toString());
  }

  private static ConfigurationFile in(Path project, String text) {
    return ConfigurationFile.of(".seaworthy.yaml", project, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "crds: [nowhere] | there is no file or folder 'nowhere'",
        "policies: [nowhere] | there is no file or folder 'nowhere'",
        "schemaLocations: [nowhere] | there is no file or folder 'nowhere'",
        "defaultNamespace: Shop_1 | 'defaultNamespace' must be lower case letters",
        "external: [{kind: Secrt}] | no kind is called 'Secrt'; did you mean 'Secret'?",
        "provided: [{kind: Vault, targetKind: Secret, name: a}] | a custom kind needs its group, too",
        "provided: [{kind: Vault, group: a.example, targetKind: Secrt, name: a}] | did you mean",
        "podTemplates: [{group: apps, kind: Deploymnet, path: a}] | did you mean 'apps/Deployment'?",
        "rules: {image-tag-mutable: {tags: [a]}} | 'tags' is a parameter of image-tag-mutable",
      })
  void whatCannotBeMeantIsToldAtItsPlace(String text, String message, @TempDir Path project) {
    assertThat(in(project, text).problems()).singleElement().satisfies(problem -> {
      assertThat(problem.message()).contains(message);
      assertThat(problem.place().column()).isGreaterThan(1);
    });
  }

  @Test
  void kindsThatMayBeAreTaken(@TempDir Path project) {
    assertThat(in(project, """
            external: [{kind: Secret}, {kind: Mode}, {kind: Certificate}]
            provided: [{group: example.com, kind: Vault, targetKind: Secret, name: spec.name}]
            podTemplates: [{group: example.com, kind: Worker, path: spec.pod}]
            """).problems()).isEmpty();
  }

  @Test
  void aRuleIsSwitchedByAWordThoughYamlTakesItForATruthValue() {
    Configuration configuration = read("rules: {image-tag-mutable: off, pod-bare: on}");

    assertThat(choice(configuration, "image-tag-mutable").runs()).contains(false);
    assertThat(choice(configuration, "pod-bare").runs()).contains(true);
  }

  @Test
  void aRuleWithASeverityOrParametersRuns() {
    Configuration configuration = read("""
        rules:
          pod-bare: error
          image-registry-not-allowed: {parameters: {registries: ["ghcr.io/shop/*"]}}
        """);

    assertThat(configuration.rules().get("pod-bare"))
        .isEqualTo(new RuleChoice(Optional.of(true), Optional.of(Severity.ERROR), Map.of()));
    RuleChoice registries = choice(configuration, "image-registry-not-allowed");
    assertThat(registries.runs()).contains(true);
    assertThat(registries.parameters())
        .hasEntrySatisfying(
            "registries", names -> assertThat(names.get(0).text()).isEqualTo("ghcr.io/shop/*"));
  }

  private static RuleChoice choice(Configuration configuration, String rule) {
    return Objects.requireNonNull(configuration.rules().get(rule), rule);
  }

  @Test
  void everyMistakeIsToldWithItsPlaceAndWhatWasMeant() {
    assertThat(problems("""
        profil: strict
        failOn: warnin
        kubernetes: "1.2"
        rules:
          image-tag-mutabel: off
          pod-bare: of
          image-registry-not-allowed: {parameters: {registries: ghcr.io}}
        suppressions:
          - {paths: [legacy/], rules: [pod-bare]}
        """))
        .containsExactlyInAnyOrder(
            "1:1 'profil' is not known here; did you mean 'profile'?",
            "2:9 'failOn' must be one of info, warning, error; did you mean 'warning'?",
            "3:13 'kubernetes' must be a release from \"1.29\" to \"1.37\", in quotes",
            "5:3 there is no rule 'image-tag-mutabel'; did you mean image-tag-mutable?",
            "6:13 what 'pod-bare' is set to must be one of on, off, error, warning, info;"
                + " did you mean 'on' or 'off'?",
            "7:57 'registries' must be a list, each item a text",
            "9:5 a suppression needs a 'reason'");
  }

  @Test
  void aPatternThatMatchesNothingIsAMistakeAtItsPlace() {
    String wrong =
        " the pattern '[' matches nothing; write the name of a file or folder, or such as"
            + " charts/**";

    assertThat(problems("""
        exclude: [charts, "["]
        units: ["["]
        suppressions: [{paths: ["["], rules: [pod-bare], reason: a}]
        """)).containsExactly("1:19" + wrong, "2:9" + wrong, "3:25" + wrong);
  }

  @Test
  void aWordThatIsWrittenTwiceIsAMistake() {
    assertThat(problems("profile: strict\nprofile: all\n"))
        .containsExactly("2:1 'profile' is written twice");
  }

  @Test
  void theNearestFileFromThePathUpwardsCountsAsFarAsTheRepository(@TempDir Path folder)
      throws IOException {
    Path deep = Files.createDirectories(folder.resolve("repository/k8s/web"));
    Files.createDirectory(folder.resolve("repository/.git"));
    Files.writeString(folder.resolve(ConfigurationFile.NAME), "profile: all\n");

    assertThat(ConfigurationFile.above(deep)).isEmpty();

    Path ours = Files.writeString(folder.resolve("repository/.seaworthy.yaml"), "profile: all\n");
    assertThat(ConfigurationFile.above(deep.resolve("pod.yaml"))).contains(ours);
  }

  /** The schema that editors use and the reader agree. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "kubernetes: \"1.30\"",
        "kubernetes: \"1.2\"",
        "profile: strict",
        "profile: harsh",
        "failOn: error",
        "failOn: never",
        "exclude: [a, b]",
        "exclude: a",
        "strictKinds: true",
        "strictKinds: sometimes",
        "notKubernetes: note",
        "notKubernetes: ignore",
        "placeholders: error",
        "placeholders: fine",
        "podSecurity: baseline",
        "podSecurity: strict",
        "ipFamilies: [IPv6, IPv4]",
        "ipFamilies: [IPv4, IPv4]",
        "ipFamilies: [IPv5]",
        "ipFamilies: []",
        "references: closed",
        "references: ajar",
        "defaultNamespace: shop",
        "external: [{kind: Secret, namespace: shop, name: 'db-*'}]",
        "external: [{name: db}]",
        "external: [{kind: Secret, group: ''}]",
        "units: [clusters/prod/]",
        "units: {a: b}",
        "provided: [{group: example.com, kind: Vault, targetKind: Secret, name: spec.out}]",
        "provided: [{kind: Vault, name: spec.out}]",
        "provided: [{kind: Vault, targetKind: Secret, name: spec.out, everyNamespace: 1}]",
        "rules: {pod-bare: error}",
        "rules: {pod-bare: off}",
        "rules: {pod-bare: harsh}",
        "rules: {no-such-rule: off}",
        "rules: {pod-bare: {severity: info}}",
        "rules: {pod-bare: {level: info}}",
        "rules: {image-registry-not-allowed: {parameters: {registries: [a]}}}",
        "rules: {image-registry-not-allowed: {parameters: {registries: a}}}",
        "rules: {image-registry-not-allowed: {parameters: {registry: [a]}}}",
        "rules: {api-version-removed-in-upgrade: {parameters: {upgradeTo: '1.37'}}}",
        "rules: {api-version-removed-in-upgrade: {parameters: {upgradeTo: '1.99'}}}",
        "suppressions: [{paths: [a], rules: [pod-bare], reason: b}]",
        "suppressions: [{paths: [a], rules: [pod-bare], reason: ' '}]",
        "suppressions: [{paths: [], rules: [pod-bare], reason: b}]",
        "suppressions: [{paths: [a], rules: [no-such-rule], reason: b}]",
        "suppressions: [{paths: [a], rules: [pod-bare]}]",
        "podTemplates: [{group: example.com, kind: Worker, path: spec.pod}]",
        "podTemplates: [{group: example.com, kind: Worker, path: spec.pod, runsToItsEnd: true}]",
        "podTemplates: [{group: example.com, kind: Worker}]",
        "podTemplates: [{kind: Worker, path: spec.pod}]",
        "podTemplates: [{group: example.com, kind: Worker, path: spec.pod, ends: true}]",
        "ruleFolders: [7]",
        "ruleFolders: own",
        "baseline: known.yaml",
        "unknown: word",
        "[]",
      })
  void thePublishedSchemaSaysTheSame(String text) throws Exception {
    JsonSchemaValidator schema = JsonSchemaValidator.of(
        "https://seaworthy.dev/configuration.json", ConfigurationSchema.of(RuleCatalog.load()));
    var root = new ManifestReader()
        .readValues("a.yaml", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();

    assertThat(schema.judge(root).isEmpty()).isEqualTo(problems(text).isEmpty());
  }

  private static Configuration read(String text) {
    ConfigurationFile file = file(text);
    assertThat(file.problems()).isEmpty();
    return file.configuration().orElseThrow();
  }

  private static List<String> problems(String text) {
    return file(text).problems().stream()
        .map(problem ->
            problem.place().line() + ":" + problem.place().column() + " " + problem.message())
        .toList();
  }

  private static ConfigurationFile file(String text) {
    return ConfigurationFile.of("a.yaml", FOLDER, text.getBytes(StandardCharsets.UTF_8));
  }
}
