package dev.seaworthy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The product agrees with real Kubernetes programs at least as far as it once did. */
class ThresholdsTest {

  private static Map<String, Tally> tallies = Map.of();
  private static Thresholds thresholds = new Thresholds(new TreeMap<>());

  @BeforeAll
  static void playAllCorpora() throws IOException {
    thresholds = Thresholds.read(Conformance.THRESHOLDS);
    tallies = Conformance.play(Conformance.CORPUS, Conformance.yardsticks(Optional.empty()));
  }

  @TestFactory
  Stream<DynamicTest> areHeld() {
    return each(
        (corpus, tally) -> assertThat(thresholds.shortfalls(corpus, tally)).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> holdEverythingThatIsMeasured() {
    return each((corpus, tally) -> assertThat(thresholds.missing(corpus, tally))
        .as("bench/conformance --raise writes them")
        .isEmpty());
  }

  @Test
  void standInTheReadme() throws IOException {
    ReadmeTable table = new ReadmeTable(thresholds, tallies);
    if ("update".equals(System.getProperty("golden"))) {
      table.writeInto(Conformance.README);
    }
    String readme = Files.readString(Conformance.README);

    assertThat(readme).isEqualTo(table.writtenInto(readme));
  }

  private interface Check {
    void check(String corpus, Tally tally);
  }

  private static Stream<DynamicTest> each(Check check) {
    return tallies.entrySet().stream()
        .map(played -> DynamicTest.dynamicTest(
            played.getKey(), () -> check.check(played.getKey(), played.getValue())));
  }
}
