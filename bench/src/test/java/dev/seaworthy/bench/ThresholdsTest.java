package dev.seaworthy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The product agrees with real Kubernetes programs at least as far as it once did. */
class ThresholdsTest {

  @TestFactory
  Stream<DynamicTest> areHeld() throws IOException {
    Thresholds thresholds = Thresholds.read(Conformance.THRESHOLDS);
    return Conformance.YARDSTICKS.stream()
        .map(yardstick -> DynamicTest.dynamicTest(yardstick.folder(), () -> {
          Tally tally = new Tally();
          yardstick.play(Conformance.CORPUS, tally::add);
          assertThat(thresholds.shortfalls(yardstick.folder(), tally)).isEmpty();
        }));
  }
}
