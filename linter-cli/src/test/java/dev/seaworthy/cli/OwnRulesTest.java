package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.lint.source.OwnRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that a project writes for itself: read when they are needed, tried with their examples. */
class OwnRulesTest {

  private static final String RULE = """
      id: team-label
      title: A workload of no team
      severity: warning
      each: pod
      parameters:
        teams: {type: list(string), default: [shop, billing], help: The teams that there are.}
      holds: object.?metadata.?labels.?team.orValue('') in params.teams
      at: /metadata.labels
      message: "no team answers for ${object.kind} ${object.metadata.name}"
      remedy: Add the label team.
      """;

  private static final String GOOD = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, labels: {team: shop}}
      spec: {containers: [{name: web, image: "web:1.4"}]}
      """;

  private static final String BAD = """
      apiVersion: v1
      kind: Pod
      metadata: # <- team-label
        name: web
      spec: {containers: [{name: web, image: "web:1.4"}]}
      """;

  @TempDir
  Path folder;

  @BeforeEach
  void aRepositoryWithARuleOfItsOwn() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    given("rules/team-label/rule.yaml", RULE);
    given("rules/team-label/good/labelled.yaml", GOOD);
    given("rules/team-label/bad/unlabelled.yaml", BAD);
    given("k8s/pod.yaml", BAD);
  }

  @Test
  void itRunsWhereAnOptionNamesItsFolder() {
    Run run = run("lint", "--rules", "rules", k8s());

    assertThat(run.out())
        .contains("k8s/pod.yaml:3:1: warning: no team answers for Pod web [team-label]")
        .contains("= learn   seaworthy rules explain --rules DIR team-label");
  }

  @Test
  void theConfigurationNamesFoldersAndSetsTheirRules() throws IOException {
    given(
        ".seaworthy.yaml",
        "ruleFolders: [rules]\nrules: {team-label: {severity: error, parameters: {teams: [x]}}}\n");

    Run run = run("lint", folder.toString());

    assertThat(run.out()).contains("k8s/pod.yaml:3:1: error: no team answers for Pod web");
    assertThat(run.out()).as("examples of rules are no manifests").doesNotContain("unlabelled");
    assertThat(run.status()).isEqualTo(1);
  }

  @Test
  void itsFixIsTriedAndMade() throws IOException {
    given(
        "rules/team-label/rule.yaml",
        RULE + "fix: {set: {/metadata.labels.team: shop}, safe: false}\n");

    assertThat(run("rules", "test", "rules").status()).isZero();
    run("lint", "--rules", "rules", "--fix-unsafe", k8s());

    assertThat(folder.resolve("k8s/pod.yaml"))
        .hasContent(BAD.replace("  name: web\n", "  name: web\n  labels:\n    team: shop\n"));
  }

  @Test
  void aFixThatDoesNotHelpIsToldByTheTrial() throws IOException {
    given(
        "rules/team-label/rule.yaml",
        RULE + "fix: {set: {/metadata.labels.team: navy}, safe: false}\n");

    Run run = run("rules", "test", "rules");

    assertThat(run.out() + run.err())
        .contains("its fix does not mend what is found at metadata.labels");
    assertThat(run.status()).isNotZero();
  }

  @Test
  void itCanBeTurnedOffAndSuppressedLikeAnyOther() throws IOException {
    assertThat(run("lint", "--rules", "rules", "--disable", "team-label", k8s()).out())
        .doesNotContain("[team-label]");

    given("k8s/pod.yaml", "# seaworthy:ignore team-label -- a sandbox\n" + BAD);
    assertThat(run("lint", "--rules", "rules", k8s()).out())
        .doesNotContain("[team-label]", "suppression");
  }

  @Test
  void aSuppressionOfARuleThatNobodyReadIsTold() throws IOException {
    given("k8s/pod.yaml", "# seaworthy:ignore team-label -- a sandbox\n" + BAD);

    assertThat(run("lint", k8s()).out()).contains("there is no rule team-label");
  }

  @Test
  void itsExamplesAreTried() throws IOException {
    Run right = run("rules", "test", "rules");
    assertThat(right.out()).contains("1 rule, 2 examples: all as they should be.");
    assertThat(right.status()).isZero();

    given("rules/team-label/good/labelled.yaml", BAD.replace(" # <- team-label", ""));
    given("rules/team-label/bad/unlabelled.yaml", GOOD + "# <- team-label\n");
    Run wrong = run("rules", "test", "rules");

    assertThat(wrong.out())
        .contains(
            "team-label/good/labelled.yaml: a finding at labelled.yaml:3 is not expected",
            "team-label/bad/unlabelled.yaml: nothing is found at unlabelled.yaml:5",
            "1 not as they should be.");
    assertThat(wrong.status()).isEqualTo(1);
  }

  @Test
  void itIsExplainedWhereItsFolderIsNamed() throws IOException {
    given("rules/team-label/README.md", "Whoever is on call asks for the team.\n");

    assertThat(run("rules", "explain", "--rules", "rules", "team-label").out())
        .contains("team-label", "warning", "Whoever is on call asks for the team.");
    assertThat(run("rules", "explain", "--rules", "rules", "team-label").out())
        .as("what it does not say")
        .doesNotContain("since");
    assertThat(run("rules", "explain", "--rules", "rules", "team-labels").err())
        .contains("did you mean team-label?");
    assertThat(run("rules", "explain", "team-label").err()).contains("there is no rule");
  }

  @Test
  void aRuleWithoutExamplesIsNotTried() throws IOException {
    Files.delete(folder.resolve("rules/team-label/bad/unlabelled.yaml"));

    assertThat(run("rules", "test", "rules").out()).contains("team-label/bad: there is no example");
  }

  @Test
  void rulesOfTheFolderOneIsInAreCalledByTheirOwnNames() throws IOException {
    Files.delete(folder.resolve("rules/team-label/rule.yaml"));

    OwnRules rules = OwnRules.in(folder.resolve("rules"), "");

    assertThat(rules.problems())
        .extracting(problem -> problem.place().file())
        .containsExactly("team-label");
  }

  @Test
  void aBrokenRuleEndsTheRunWithItsPlace() throws IOException {
    given(
        "rules/team-label/rule.yaml",
        RULE.replace("severity: warning", "severity: warn").replace("in params.teams", "in"));

    Run run = run("lint", "--rules", "rules", k8s());

    assertThat(run.err())
        .contains(
            "rules/team-label/rule.yaml:3:11: error: 'severity' must be one of info, warning,"
                + " error",
            "rules/team-label/rule.yaml:7:8: error: this is no valid expression: at ");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void aPathToAFieldThatNothingHasIsToldAtItsPlace() throws IOException {
    given(
        "rules/team-label/rule.yaml", RULE + "over: [\"containers[].imagge\", containers.name]\n");

    Run run = run("lint", "--rules", "rules", k8s());

    String file = "rules/team-label/rule.yaml:";
    assertThat(run.err())
        .contains(
            file + "11:8: error: there is no field 'imagge'",
            file + "11:31: error: 'name' is asked of a list; write [] for each of its items");
    assertThat(run.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "Elsewhere,there is no kind 'Elsewhere'; a custom kind is written with its group",
    "Servce,there is no kind 'Servce'; did you mean 'Service'?",
    "Deployment,there is no kind 'Deployment'; did you mean 'apps/Deployment'?",
    "apps/Deploymnt,there is no kind 'apps/Deploymnt'; did you mean 'apps/Deployment'?",
    "networking.k8s.io/Ingres,did you mean 'networking.k8s.io/Ingress'?"
  })
  void aKindThatThereCannotBeIsToldAtItsPlace(String kind, String message) throws IOException {
    given("rules/team-label/rule.yaml", RULE + "kinds: [Pod, " + kind + "]\n");

    Run run = run("lint", "--rules", "rules", k8s());

    assertThat(run.err()).contains("rules/team-label/rule.yaml:11:14: error: ", message);
    assertThat(run.status()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Pod", "apps/Deployment", "policy/PodSecurityPolicy", "argoproj.io/Anything"})
  void aKindThatThereIsOrMayBeIsTaken(String kind) throws IOException {
    given("rules/team-label/rule.yaml", RULE + "kinds: [" + kind + "]\n");

    assertThat(run("lint", "--rules", "rules", k8s()).err()).isEmpty();
  }

  @Test
  void aFieldThatIsGivenIsLookedForWhereTheRuleJudges() throws IOException {
    given("rules/team-label/rule.yaml", RULE + "over: volumes[]\ngiven: hostpath\n");

    Run run = run("lint", "--rules", "rules", k8s());

    assertThat(run.err())
        .contains("rules/team-label/rule.yaml:12:8: error: there is no field 'hostpath'");
  }

  @Test
  void fieldsOfCustomKindsAndKeysOfMapsAreTakenAsTheyAre() throws IOException {
    String ofObjects = RULE.replace("each: pod", "each: object").replace("at: /m", "at: m");
    given(
        "rules/team-label/rule.yaml",
        ofObjects + "kinds: [example.com/Thing]\nover: spec.anything\n");
    assertThat(run("lint", "--rules", "rules", k8s()).err()).isEmpty();

    given(
        "rules/team-label/rule.yaml",
        ofObjects + "kinds: [Service]\nover: \"spec.selector[app.kubernetes.io/name]\"\n");
    assertThat(run("lint", "--rules", "rules", k8s()).err()).isEmpty();
  }

  @Test
  void sarifCallsItByItsTitle() {
    Run run = run("lint", "--rules", "rules", "-o", "sarif", k8s());

    assertThat(run.out()).contains("A workload of no team");
  }

  @Test
  void aBracketLeftOpenInAPathIsToldAtItsPlace() throws IOException {
    given(
        "rules/team-label/rule.yaml",
        RULE.replace("at: /metadata.labels", "at: /metadata.labels[team")
            + "over: [\"spec.cont[ainers\"]\n"
            + "given: spec[\n"
            + "fix: {remove: [a, \"b[\"], safe: true}\n");

    Run run = run("lint", "--rules", "rules", k8s());

    String file = "rules/team-label/rule.yaml:";
    assertThat(run.err())
        .contains(
            file + "8:5: error: a bracket is open in the path /metadata.labels[team",
            file + "11:8: error: a bracket is open in the path spec.cont[ainers",
            file + "12:8: error: a bracket is open in the path spec[",
            file + "13:19: error: a bracket is open in the path b[");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(2);
  }

  @Test
  void whatIsNoRuleIsNotPassedOver() throws IOException {
    given("rules/empty/README.md", "Nothing.");
    given("rules/pod-bare/rule.yaml", RULE.replace("team-label", "pod-bare"));
    given("rules/with-java/rule.yaml", """
        id: with-java
        title: A check in Java
        severity: info
        each: object
        check: PodCheck
        """);

    assertThat(run("lint", "--rules", "rules", k8s()).err())
        .contains(
            "rules/empty: error: this folder of a rule has no rule.yaml",
            "rules/pod-bare: error: there is a rule pod-bare already",
            "rules/with-java: error: 'check' names Java of the product");
    assertThat(run("lint", "--rules", "nowhere", k8s()).err())
        .contains("nowhere: error: there is no such folder of rules");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "argoproj.io/Rolout|11:14: warning: nobody has defined the kind"
            + " 'argoproj.io/Rolout', and no object here is of it, so team-label is asked of"
            + " none; did you mean 'argoproj.io/Rollout'?",
        "example.com/Wdiget|11:14: warning: nobody has defined the kind 'example.com/Wdiget'",
        "example.org/Gear|11:14: info: nobody has defined the kind 'example.org/Gear'",
      })
  void aCustomKindThatNobodyHasDefinedIsToldAtItsPlace(String kind, String message)
      throws IOException {
    given("rules/team-label/rule.yaml", RULE + "kinds: [Pod, " + kind + "]\n");
    given("k8s/widget.yaml", "{apiVersion: example.com/v1, kind: Widget, metadata: {name: a}}");

    assertThat(run("lint", "--rules", "rules", k8s()).out())
        .contains("rules/team-label/rule.yaml:" + message);

    given("rules/team-label/rule.yaml", RULE + "kinds: [Pod, example.com/Widget]\n");
    assertThat(run("lint", "--rules", "rules", k8s()).out()).doesNotContain("rule-kind-undefined");
  }

  @Test
  void aFolderOfSomethingElseIsToldOnceAndNotFolderByFolder() throws IOException {
    for (String name : List.of("a", "b", "c", "d", "e")) {
      given("rules/" + name + "/notes.txt", "Nothing.");
      given("others/" + name + "/notes.txt", "Nothing.");
    }
    assertThat(run("lint", "--rules", "others", k8s()).err())
        .contains("others: error: none of the 5 folders in it is a rule, which has a rule.yaml")
        .doesNotContain("others/a");

    assertThat(run("lint", "--rules", "rules", k8s()).err())
        .contains("rules/c: error: this folder", "rules: error: 2 more of its folders have no rule")
        .doesNotContain("rules/d");
  }

  private String k8s() {
    return folder.resolve("k8s").toString();
  }

  private Run run(String... arguments) {
    return Run.in(folder, arguments);
  }

  private void given(String file, String text) throws IOException {
    new Workspace(folder).given(file, text);
  }
}
