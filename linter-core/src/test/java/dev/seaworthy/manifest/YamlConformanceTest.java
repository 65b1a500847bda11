package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.conformance.RecordedText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class YamlConformanceTest {

  /** May only be raised. */
  private static final double AGREED = 0.995;

  @Test
  void readsTextsAsKubectlDoes() {
    List<RecordedText> texts = new Corpus(Corpus.OF_THIS_MODULE).texts();
    Map<String, List<String>> failures = new TreeMap<>();
    for (RecordedText text : texts) {
      List<String> differences = YamlRecord.of(text).differences();
      if (!differences.isEmpty()) {
        failures.put(text.name(), differences);
      }
    }
    failures.forEach((name, differences) -> System.out.println(name + ": " + differences));
    double agreed = 1 - (double) failures.size() / texts.size();
    System.out.printf("yaml: %d texts, %.1f%% agree%n", texts.size(), 100 * agreed);
    assertThat(agreed).isGreaterThanOrEqualTo(AGREED);
  }
}
