package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class YamlConformanceTest {

  /** May only be raised. */
  private static final double AGREED = 0.995;

  @Test
  void readsTextsAsKubectlDoes() {
    List<YamlRecord> records = YamlRecord.in(Path.of("src/test/resources/conformance/yaml"));
    Map<String, List<String>> failures = new TreeMap<>();
    for (YamlRecord record : records) {
      List<String> differences = record.differences();
      if (!differences.isEmpty()) {
        failures.put(record.name(), differences);
      }
    }
    failures.forEach((name, differences) -> System.out.println(name + ": " + differences));
    double agreed = 1 - (double) failures.size() / records.size();
    System.out.printf("yaml: %d texts, %.1f%% agree%n", records.size(), 100 * agreed);
    assertThat(agreed).isGreaterThanOrEqualTo(AGREED);
  }
}
