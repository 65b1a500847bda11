package dev.seaworthy.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LabelIndexTest {

  private final AtomicInteger looks = new AtomicInteger();
  private final LabelIndex<Map<String, String>> index = new LabelIndex<>(labels -> {
    looks.incrementAndGet();
    return labels;
  });

  @Test
  void onlyWhatHasTheRarestLabelIsLookedAt() {
    given(5_000);

    assertThat(index.matching(LabelSelector.ofLabels(Map.of("part-of", "shop", "name", "app-7"))))
        .containsExactly(app(7));
    assertThat(looks).hasValue(1);
  }

  @Test
  void whetherThereIsAMatchIsKnownAtTheFirst() {
    given(5_000);

    assertThat(index.first(LabelSelector.ofLabels(Map.of("part-of", "shop")))).isPresent();
    assertThat(looks).hasValue(1);
  }

  @Test
  void aRequirementNarrowsTheSearchToo() {
    given(5_000);

    assertThat(index.matching(oneOf("app-9", "app-3"))).containsExactly(app(3), app(9));
    assertThat(looks).hasValue(2);
  }

  @Test
  void selectorsThatSelectNothingLookAtNothing() {
    given(5_000);

    for (int i = 0; i < 5_000; i++) {
      LabelSelector dangling =
          LabelSelector.ofLabels(Map.of("part-of", "shop", "name", "worker-" + i));
      assertThat(index.first(dangling)).isEmpty();
      assertThat(index.nearValues("name", "worker-" + i, 9)).isEmpty();
    }
    assertThat(looks).hasValue(0);
  }

  @Test
  void nearValuesAreThoseOfTheSameLabel() {
    index.add(Map.of("tier", "front", "app", "web"), 0);

    assertThat(index.nearValues("tier", "frnt", 9)).containsExactly("front");
    assertThat(index.nearValues("app", "frnt", 9)).isEmpty();
    assertThat(index.nearKeys("teir", "front", 9)).containsExactly("tier");
    assertThat(index.nearKeys("teir", "web", 9)).isEmpty();
  }

  private void given(int count) {
    for (int i = 0; i < count; i++) {
      index.add(app(i), i);
    }
    looks.set(0);
  }

  private static Map<String, String> app(int number) {
    return Map.of("part-of", "shop", "name", "app-" + number);
  }

  private static LabelSelector oneOf(String... names) {
    Mapping requirement = Mapping.of(
        "key", Scalar.of("name"),
        "operator", Scalar.of("In"),
        "values", Sequence.ofStrings(List.of(names)));
    return LabelSelector.of(Mapping.of("matchExpressions", Sequence.of(List.of(requirement))));
  }
}
