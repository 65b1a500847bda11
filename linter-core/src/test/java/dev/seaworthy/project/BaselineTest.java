package dev.seaworthy.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

  private static final Path FOLDER = Path.of("/shop");

  @Test
  void knowsWhatItHasSeenThoughTheLinesShift() {
    Baseline baseline = knowing(finding("web.yaml", 3, "pod-bare"));

    assertThat(baseline.compare(FOLDER).knows(finding("web.yaml", 7, "pod-bare")))
        .isTrue();
  }

  @Test
  void knowsEachAsOftenAsItWasThere() {
    Baseline.Comparison comparison = knowing(finding("web.yaml", 3, "pod-bare")).compare(FOLDER);

    assertThat(comparison.knows(finding("web.yaml", 3, "pod-bare"))).isTrue();
    assertThat(comparison.knows(finding("web.yaml", 9, "pod-bare"))).isFalse();
  }

  @Test
  void doesNotKnowAnotherRuleFileOrObject() {
    Baseline.Comparison comparison = knowing(finding("web.yaml", 3, "pod-bare")).compare(FOLDER);

    assertThat(comparison.knows(finding("web.yaml", 3, "pod-host-pid"))).isFalse();
    assertThat(comparison.knows(finding("api.yaml", 3, "pod-bare"))).isFalse();
    assertThat(comparison.knows(
            finding("web.yaml", 3, "pod-bare").withSubject(new Subject("v1", "Pod", "", "other"))))
        .isFalse();
  }

  @Test
  void anotherRefusalIsNewThoughOneIsGone() {
    Baseline baseline = read(knowing(refusal(3, "spec.replicas"), refusal(4, "spec.selector"))
            .text())
        .baseline()
        .orElseThrow();
    Baseline.Comparison comparison = baseline.compare(FOLDER);

    assertThat(comparison.knows(refusal(9, "spec.replicas"))).isTrue();
    assertThat(comparison.knows(refusal(4, "spec.strategy"))).isFalse();
    assertThat(comparison.gone(List.of("web.yaml"), rule -> rule.equals("api-rejected")))
        .isEqualTo(1);
  }

  @Test
  void anItemThatMovesInItsListIsTheSame() {
    String shipped = "findings: {web.yaml: {Pod/web: {\"api-rejected"
        + " spec.containers[0].image FieldValueInvalid\": 1}}}";

    for (Baseline baseline : List.of(
        knowing(refusal(3, "spec.containers[0].image")),
        read(shipped).baseline().orElseThrow())) {
      Baseline.Comparison comparison = baseline.compare(FOLDER);
      assertThat(comparison.knows(refusal(9, "spec.containers[1].image"))).isTrue();
      assertThat(comparison.knows(refusal(3, "spec.containers[0].image"))).isFalse();
    }
  }

  @Test
  void olderBaselinesKnowRefusalsByTheirNumber() {
    Baseline.Comparison comparison = read("findings: {web.yaml: {Pod/web: {api-rejected: 1}}}")
        .baseline()
        .orElseThrow()
        .compare(FOLDER);

    assertThat(comparison.knows(refusal(3, "spec.replicas"))).isTrue();
    assertThat(comparison.knows(refusal(4, "spec.selector"))).isFalse();
  }

  private static Diagnostic refusal(int line, String field) {
    return finding("web.yaml", line, "api-rejected").withField(field, "FieldValueInvalid");
  }

  @Test
  void filesAreTheSameWhereverTheCommandIsCalled() {
    Baseline baseline = knowing(finding("k8s/web.yaml", 3, "pod-bare"));

    assertThat(baseline.compare(FOLDER.resolve("k8s")).knows(finding("./web.yaml", 3, "pod-bare")))
        .isTrue();
  }

  @Test
  void tellsHowManyAreGoneFromTheFilesThatWereLookedAt() {
    Baseline baseline = knowing(
        finding("web.yaml", 3, "pod-bare"),
        finding("web.yaml", 3, "pod-host-pid"),
        finding("api.yaml", 3, "pod-bare"));
    Baseline.Comparison comparison = baseline.compare(FOLDER);
    comparison.knows(finding("web.yaml", 3, "pod-bare"));

    assertThat(comparison.gone(List.of("web.yaml"), rule -> true)).isEqualTo(1);
    assertThat(comparison.gone(List.of("web.yaml"), rule -> !rule.equals("pod-host-pid")))
        .isZero();
  }

  @Test
  void readsWhatItHasWritten() {
    Baseline baseline = knowing(
        finding("a: b.yaml", 3, "pod-bare"),
        finding("a: b.yaml", 4, "pod-bare"),
        finding("web.yaml", 3, "pod-bare").withSubject(new Subject("v1", "Pod", "shop", "true")));

    String text = baseline.text();
    Baseline read = read(text).baseline().orElseThrow();

    assertThat(text).contains("\"a: b.yaml\":\n", "pod-bare: 2\n");
    assertThat(read.text()).isEqualTo(text);
    assertThat(read.size()).isEqualTo(3);
  }

  @Test
  void anEmptyOneIsReadToo() {
    assertThat(read(Baseline.empty(FOLDER).text()).baseline().orElseThrow().size())
        .isZero();
  }

  @Test
  void whatIsNoneIsToldWithItsPlace() {
    assertThat(read("findings: {web.yaml: {Pod/web: {pod-bare: many}}}").problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.message()).contains("must be 1 or more");
          assertThat(problem.place().line()).isEqualTo(1);
        });
    assertThat(read("[]").problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("must have 'findings'"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "findings: {web.yaml: 5}         | 'web.yaml' must have a map of the file's objects",
        "findings: {web.yaml: {Pod/x: 5}}| 'Pod/x' must have a map of the object's findings",
        "findings: {web.yaml: {Pod/x: {pod-bare: -1}}} | must be 1 or more",
        "{findings: {}, finding: {}}     | 'finding' is no word of a baseline; did you mean"
      },
      quoteCharacter = '`')
  void whatHasAnotherFormIsToldWithItsPlace(String text, String message) {
    Baseline.Read read = read("# known\n" + text);

    assertThat(read.baseline()).isEmpty();
    assertThat(read.problems()).singleElement().satisfies(problem -> {
      assertThat(problem.code()).isEqualTo("baseline-invalid");
      assertThat(problem.message()).contains(message);
      assertThat(problem.place().line()).isEqualTo(2);
    });
  }

  private static Baseline.Read read(String text) {
    return Baseline.read("known.yaml", FOLDER, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Baseline knowing(Diagnostic... findings) {
    Baseline baseline = Baseline.empty(FOLDER);
    List.of(findings).forEach(finding -> baseline.add(finding, FOLDER));
    return baseline;
  }

  private static Diagnostic finding(String file, int line, String rule) {
    return Diagnostic.of(rule, Severity.WARNING, "so it is", new Location(file, line, 1, line, 2))
        .withSubject(new Subject("v1", "Pod", "", "web"));
  }
}
