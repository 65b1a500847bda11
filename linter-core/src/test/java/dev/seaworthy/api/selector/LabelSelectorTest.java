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

  @Test
  void anAbsentSelectorSelectsNoObjectEither() {
    assertThat(LabelSelector.NOTHING.matches(Mapping.ofStrings(LABELS))).isFalse();
    assertThat(LabelSelector.NOTHING.isAbsent()).isTrue();
    assertThat(LabelSelector.EVERYTHING.isAbsent()).isFalse();
  }

  @Test
  void onlyASelectorThatIsThereAndAsksForNothingIsEmpty() {
    assertThat(LabelSelector.EVERYTHING.isEmpty()).isTrue();
    assertThat(LabelSelector.NOTHING.isEmpty()).isFalse();
    assertThat(LabelSelector.ofLabels(LABELS).isEmpty()).isFalse();
    assertThat(LabelSelector.parse("!legacy").isEmpty()).isFalse();
  }

  @Test
  void withoutForgetsWhatIsAskedOfTheNamedKeysOnly() {
    LabelSelector selector = LabelSelector.parse("app=web,track=stable,!legacy,tier");

    assertThat(selector.without(key -> key.equals("track") || key.equals("legacy")))
        .isEqualTo(LabelSelector.parse("app=web,tier"));
    assertThat(selector.without("legacy"::equals))
        .isEqualTo(LabelSelector.parse("app=web,track=stable,tier"));
    assertThat(selector.without("unasked"::equals)).isSameAs(selector);
  }

  @Test
  void withAsksForOneLabelMoreAndKeepsTheRest() {
    LabelSelector selector = LabelSelector.parse("app=web,!legacy");

    assertThat(selector.with("hash", "1").matches(Map.of("app", "web", "hash", "1")))
        .isTrue();
    assertThat(selector.with("hash", "1").matches(Map.of("app", "web"))).isFalse();
    assertThat(selector.with("app", "shop")).isEqualTo(LabelSelector.parse("app=shop,!legacy"));
    assertThat(LabelSelector.NOTHING.with("app", "web").matches(LABELS)).isFalse();
  }

  @Test
  void equalSelectorsHashAlikeAndEachDifferenceCounts() {
    LabelSelector selector = LabelSelector.parse("app=web,!legacy");

    assertThat(selector)
        .hasSameHashCodeAs(LabelSelector.parse("app=web,!legacy"))
        .doesNotHaveSameHashCodeAs(LabelSelector.EVERYTHING)
        .isNotEqualTo(LabelSelector.parse("app=web"))
        .isNotEqualTo(LabelSelector.parse("app=shop,!legacy"))
        .isNotEqualTo("app=web,!legacy");
    assertThat(LabelSelector.NOTHING).isNotEqualTo(LabelSelector.EVERYTHING);
  }

  @ParameterizedTest
  @CsvSource({"In, IN", "NotIn, NOT_IN", "Exists, EXISTS", "DoesNotExist, DOES_NOT_EXIST"})
  void anOperatorHasTheWordThatManifestsUse(String word, Requirement.Operator operator) {
    assertThat(Requirement.Operator.of(word)).isEqualTo(operator);
    assertThat(operator.word()).isEqualTo(word);
  }

  @Test
  void itsPartsStandInTheOrderWritten() {
    LabelSelector selector = LabelSelector.parse("track=stable,app=web,!legacy,tier");

    assertThat(selector.equalities().keySet()).containsExactly("track", "app");
    assertThat(selector.requirements())
        .extracting(Requirement::key)
        .containsExactly("legacy", "tier");
  }
}
