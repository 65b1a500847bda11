package dev.seaworthy.simulate.scenario.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioComparisonTest {

  @ParameterizedTest(name = "{1} against {0} is a difference: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{count: 3} | {count: 3} | false",
        "{count: 3} | {count: 4} | true",
        "{count: {nondeterministic: [3, 4]}} | {count: 4} | false",
        "{count: {nondeterministic: [3, 4]}} | {count: 5} | true",
        "{perNode: {nondeterministic: [{n1: 1}, {n2: 1}]}} | {perNode: {n3: 1}} | false",
        "{ready: {nondeterministic: [null, 1]}} | {} | false",
        "{ready: 1} | {} | true",
        "{} | {ready: 1} | true",
        "{count: {nondeterministic: [3, 6]}} | {count: 5} | false",
        "{events: [{reason: FailedScheduling, count: 3}]} | {events: [{reason: FailedScheduling, count: 4}]} | false",
        "{events: [{reason: Preempted, count: 3}]} | {events: [{reason: Preempted, count: 4}]} | true",
        "{measuredSeconds: 1} | {measuredSeconds: 2} | false",
        "{extremes: {maxPods: 3}} | {} | false",
        "{rejections: [{code: 422, message: a}]} | {rejections: [{code: 422, message: b}]} | false",
        "{rejections: [{code: 422}]} | {rejections: [{code: 403}]} | true"
      })
  void comparesWhatCanBeCompared(String recorded, String answer, boolean differs) {
    assertThat(!differences(recorded, answer).isEmpty()).isEqualTo(differs);
  }

  @Test
  void matchesPodsByAllThatTheyAreAndComparesTheirNumber() {
    String recorded = "{pods: [{owner: a, phase: Running, count: 2}, {owner: b, count: 1}]}";
    String answer = "{pods: [{owner: b, count: 1}, {phase: Running, owner: a, count: 3}]}";

    assertThat(differences(recorded, answer))
        .singleElement()
        .asString()
        .endsWith(".count: 3 instead of 2");
  }

  @Test
  void aGroupThatWasNotAlwaysThereMayBeMissing() {
    String recorded =
        "{pods: [{owner: a, count: {nondeterministic: [0, 1]}}, {owner: b, count: 1}]}";

    assertThat(differences(recorded, "{pods: [{owner: b, count: 1}]}")).isEmpty();
  }

  private static List<String> differences(String recorded, String answer) {
    return ScenarioComparison.differences(yaml(recorded), yaml(answer));
  }

  private static Node yaml(String text) {
    return new ManifestReader()
        .readValues("test", text.getBytes(StandardCharsets.UTF_8))
        .documents()
        .get(0)
        .root();
  }
}
