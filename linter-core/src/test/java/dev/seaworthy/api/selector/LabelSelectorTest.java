package dev.seaworthy.api.selector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelSelectorTest {

  private static final Map<String, String> LABELS = Map.of("app", "web", "track", "stable");

  @Test
  void anEmptySelectorSelectsEverythingAndAnAbsentOneNothing() {
    assertThat(LabelSelector.of(Mapping.EMPTY).matches(LABELS)).isTrue();
    assertThat(LabelSelector.of(Mapping.EMPTY).matches(Map.of())).isTrue();
    assertThat(LabelSelector.of(Absent.INSTANCE).matches(LABELS)).isFalse();
  }

  @Test
  void aServiceWithoutSelectorSelectsNothing() {
    assertThat(LabelSelector.ofLabels(Map.of()).matches(LABELS)).isFalse();
  }

  @Test
  void allLabelsMustMatch() {
    assertThat(LabelSelector.ofLabels(Map.of("app", "web")).matches(LABELS)).isTrue();
    assertThat(LabelSelector.ofLabels(Map.of("app", "web", "tier", "front")).matches(LABELS))
        .isFalse();
  }

  @ParameterizedTest(name = "{0} {1} [{2}] selects: {3}")
  @CsvSource({
    "app, In, web, true",
    "app, In, shop, false",
    "tier, In, front, false",
    "app, NotIn, web, false",
    "tier, NotIn, front, true",
    "app, Exists, '', true",
    "tier, Exists, '', false",
    "app, DoesNotExist, '', false",
    "tier, DoesNotExist, '', true",
    "app, Like, web, false"
  })
  void aRequirementIsReadAsKubernetesReadsIt(
      String key, String operator, String value, boolean selects) {
    Mapping requirement = Mapping.of(
        "key", Scalar.of(key),
        "operator", Scalar.of(operator),
        "values", Sequence.ofStrings(List.of(value)));

    LabelSelector selector =
        LabelSelector.of(Mapping.of("matchExpressions", Sequence.of(List.of(requirement))));

    assertThat(selector.matches(LABELS)).isEqualTo(selects);
    assertThat(selector.matches(Mapping.ofStrings(LABELS))).isEqualTo(selects);
  }

  @Test
  void labelsMatchAsTheyStandInAnObject() {
    LabelSelector web = LabelSelector.ofLabels(Map.of("app", "web"));

    assertThat(web.matches(Mapping.ofStrings(LABELS))).isTrue();
    assertThat(web.matches(Mapping.of("app", Scalar.of("shop")))).isFalse();
    assertThat(web.matches(Absent.INSTANCE)).isFalse();
    assertThat(LabelSelector.EVERYTHING.matches(Absent.INSTANCE)).isTrue();
  }

  @Test
  void whatSaysTheSameIsEqual() {
    Mapping written = Mapping.of("matchLabels", Mapping.ofStrings(LABELS));

    assertThat(LabelSelector.of(written))
        .isEqualTo(LabelSelector.of(written))
        .isEqualTo(LabelSelector.ofLabels(LABELS))
        .isNotEqualTo(LabelSelector.EVERYTHING);
  }

  @Test
  void itReadsAsKubectlWritesIt() {
    Mapping in = Mapping.of(
        "key", Scalar.of("track"),
        "operator", Scalar.of("In"),
        "values", Sequence.ofStrings(List.of("stable", "canary")));
    Mapping absent = Mapping.of("key", Scalar.of("legacy"), "operator", Scalar.of("DoesNotExist"));

    LabelSelector selector = LabelSelector.of(Mapping.of(
        "matchLabels", Mapping.of("app", Scalar.of("web")),
        "matchExpressions", Sequence.of(List.of(in, absent))));

    assertThat(selector).hasToString("app=web,track in (stable, canary),!legacy");
  }
}
