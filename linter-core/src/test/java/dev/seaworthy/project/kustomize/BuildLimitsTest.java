package dev.seaworthy.project.kustomize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A few lines that ask for more than any machine has are refused, with the place and what to do. */
@Timeout(30)
class BuildLimitsTest {

  private static final String MAP = "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: ";

  private final Map<Path, String> files = new HashMap<>();

  private void given(String name, String text) {
    files.put(Path.of("/shop").resolve(name), text);
  }

  private KustomizeBuilds builds() {
    FileTexts texts =
        file -> Optional.ofNullable(files.get(file)).map(t -> t.getBytes(StandardCharsets.UTF_8));
    return new KustomizeBuilds(texts, BuiltInCatalog.of(Release.NEWEST), WiderReach.NONE);
  }

  private Built build(String folder) {
    return builds().of(Path.of("/shop").resolve(folder)).orElseThrow();
  }

  private void assertBeyond(String folder, String message) {
    Refusal refusal = build(folder).refusal().orElseThrow();
    assertThat(refusal.why()).contains(message);
    assertThat(refusal.isLimit()).isTrue();
  }

  private static String times(int count, String line) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.replace("N", Integer.toString(i)))
        .collect(Collectors.joining("\n", "\n", "\n"));
  }

  @Test
  void componentsThatListOthersTwice() {
    given("top/kustomization.yaml", "components: [../0]");
    for (int i = 0; i < 40; i++) {
      String next = i == 39 ? "[]" : "[../%d, ../%d]".formatted(i + 1, i + 1);
      given(i + "/kustomization.yaml", "kind: Component\ncomponents: " + next);
    }

    assertBeyond("top", "more than 10000 kustomizations would be built here");
  }

  @Test
  void basesThatDoubleTheirObjects() {
    given("30/kustomization.yaml", "resources: [c.yaml]");
    given("30/c.yaml", MAP + "{}}");
    for (int i = 0; i < 30; i++) {
      given(i + "/kustomization.yaml", "resources: [a, b]");
      for (String side : new String[] {"a", "b"}) {
        given(
            i + "/" + side + "/kustomization.yaml",
            "namePrefix: " + side + "\nresources: [../../" + (i + 1) + "]");
      }
    }

    assertThat(build("0").refusal().orElseThrow().isLimit()).isTrue();
  }

  @Test
  void aLineOfBasesWithoutEnd() {
    for (int i = 0; i < 6_000; i++) {
      given(i + "/kustomization.yaml", "resources: [../" + (i + 1) + "]");
    }

    assertBeyond("0", "more than 100 kustomizations are made of each other in a row");
  }

  @Test
  void moreObjectsThanAnyoneHas() {
    given("top/kustomization.yaml", "resources: [c.yaml]");
    given("top/c.yaml", times(25_001, "---\n" + (MAP + "{}}").replace("name: a", "name: aN")));

    assertBeyond("top", "there are more than 25000 objects in this kustomization");
  }

  @Test
  void aPatchThatDoublesWhatItCopies() {
    given("top/c.yaml", MAP + "{k: v}}");
    given("top/patch.yaml", times(60, "- {op: copy, from: /data, path: /data/kN}"));
    given(
        "top/kustomization.yaml",
        "resources: [c.yaml]\npatches: [{path: patch.yaml, target: {kind: ConfigMap}}]");

    assertBeyond("top", "would make more than 2000000 values");
  }

  @Test
  void replacementsThatDoubleWhatTheyCopy() {
    given("top/c.yaml", MAP + "{k: v}}");
    given(
        "top/kustomization.yaml",
        "resources: [c.yaml]\nreplacements:"
            + times(
                60,
                "- {source: {kind: ConfigMap, fieldPath: data}, targets:"
                    + " [{select: {kind: ConfigMap}, fieldPaths: [data.kN], options: {create: true}}]}"));

    assertBeyond("top", "would make more than 2000000 values");
  }

  @Test
  void replacementsThatDoubleAText() {
    given("top/c.yaml", MAP + "{k: v}}");
    given(
        "top/kustomization.yaml",
        "resources: [c.yaml]\nreplacements:"
            + times(
                60,
                "- {source: {kind: ConfigMap, fieldPath: data.k}, targets:"
                    + " [{select: {kind: ConfigMap}, fieldPaths: [data.k],"
                    + " options: {delimiter: ',', index: 99}}]}"));

    assertBeyond("top", "would make more than 64 MiB of text");
  }

  @Test
  void oneFileUnderManyKeys() {
    given("top/big", "x".repeat(1 << 20));
    given(
        "top/kustomization.yaml",
        "configMapGenerator:\n- name: a\n  files:" + times(100, "  - kN=big"));

    assertBeyond("top", "would make more than 64 MiB of text");
  }

  @Test
  void aPathOfTwentyThousandSteps() {
    given("top/c.yaml", MAP + "{k: v}}");
    given(
        "top/kustomization.yaml",
        "resources: [c.yaml]\nreplacements:\n- {source: {kind: ConfigMap, fieldPath: data}, targets:"
            + " [{select: {kind: ConfigMap}, fieldPaths: [data" + ".a".repeat(20_000)
            + "], options: {create: true}}]}");

    assertBeyond("top", "a field path or pattern has more than 1000 characters");
  }

  @Test
  void patternsTakeTimeThatGrowsWithTheTextOnly() {
    given("top/c.yaml", MAP.replace("name: a", "name: " + "a".repeat(200_000)) + "{k: v}}");
    for (String pattern : new String[] {"(a*)".repeat(12) + "b", "(a|b)*"}) {
      given(
          "top/kustomization.yaml",
          "resources: [c.yaml]\npatches: [{path: p.yaml, target: {name: '" + pattern + "'}}]");
      given("top/p.yaml", "[{op: add, path: /data/new, value: x}]");

      assertThat(build("top").objects()).hasSize(1);
    }
  }

  @Test
  void whatIsNoPatternIsRefused() {
    given("top/c.yaml", MAP + "{k: v}}");
    given("top/p.yaml", "[{op: remove, path: /data/k}]");
    given(
        "top/kustomization.yaml",
        "resources: [c.yaml]\npatches: [{path: p.yaml, target: {name: '(c+)+$('}}]");

    assertThat(build("top").refusal().orElseThrow().why()).startsWith("'(c+)+$(' is no pattern");
  }

  @Test
  void manyOfThemInARowCostNoMoreThanEachOfThem() {
    given("6000/kustomization.yaml", "resources: [c.yaml]");
    given("6000/c.yaml", MAP + "{}}");
    for (int i = 0; i < 6_000; i++) {
      given(i + "/kustomization.yaml", "resources: [../" + (i + 1) + "]");
    }
    KustomizeBuilds run = builds();

    int built = 0;
    for (int i = 6_000; i >= 0; i--) {
      boolean isBuilt = run.of(Path.of("/shop/" + i)).orElseThrow().refusal().isEmpty();
      built += isBuilt ? 1 : 0;
    }

    assertThat(built).as("those that are not too deep").isEqualTo(100);
  }
}
