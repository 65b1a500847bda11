package dev.seaworthy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** A selector can be made of any value, and is the same whichever way labels are given. */
@Tag("long")
class SelectorFuzzTest {

  private static final Map<String, String> LABELS = Map.of("app", "web", "tier", "");

  static Stream<byte[]> selectors() {
    return Stream.of(
            "{}",
            "{matchLabels: {app: web}}",
            "{matchExpressions: [{key: app, operator: In, values: [web, api]}]}",
            "{matchExpressions: [{key: tier, operator: Exists}]}",
            "{matchLabels: {tier: ''}, matchExpressions: [{key: x, operator: DoesNotExist}]}",
            "{matchExpressions: [{key: app, operator: NotIn, values: [web]}, 7, null]}")
        .map(Seeds::utf8);
  }

  @MethodSource("selectors")
  @FuzzTest(maxDuration = Seeds.DURATION)
  void everyValueIsASelector(byte[] text) {
    for (Document document : new ManifestReader().readValues("selector", text).documents()) {
      LabelSelector selector = LabelSelector.of(document.root());

      assertThat(selector.matches(LABELS)).isEqualTo(selector.matches(LABELS));
      assertThat(LabelSelector.of(document.root())).isEqualTo(selector).hasSameHashCodeAs(selector);
      if (selector.isEmpty() && !selector.isAbsent()) {
        assertThat(selector.matches(Map.of())).isTrue();
      }
      if (!selector.equalities().isEmpty()) {
        assertThat(selector.matches(Map.of())).isFalse();
      }
    }
  }
}
