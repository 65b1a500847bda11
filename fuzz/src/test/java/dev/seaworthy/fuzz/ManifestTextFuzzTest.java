package dev.seaworthy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seaworthy.conformance.RecordedText;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.manifest.Reading;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** Any bytes are read: as objects, or with a problem at a place. */
@Tag("long")
class ManifestTextFuzzTest {

  static Stream<byte[]> texts() {
    return Seeds.CORPUS.texts().stream().map(RecordedText::text);
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = Seeds.DURATION)
  void everyTextIsReadOrRefusedAtAPlace(byte[] text) {
    Reading reading = new ManifestReader().read("any.yaml", text);

    assertThat(reading.documents().size() + reading.problems().size()).isPositive();
    assertThat(reading.problems()).allSatisfy(problem -> {
      assertThat(ProblemCode.of(problem.code())).isPresent();
      assertThat(problem.message()).isNotBlank();
      // A file without anything is told of as a whole.
      if (!problem.code().equals(ProblemCode.EMPTY.code())) {
        assertThat(problem.place().line()).isPositive();
      }
    });
    for (Document document : reading.documents()) {
      assertThat(document.root().span().line()).isPositive();
      assertThat(new ManifestReader()
              .read("again.json", Seeds.utf8(document.root().toJson()))
              .documents())
          .singleElement()
          .satisfies(again ->
              assertThat(again.root().toJson()).isEqualTo(document.root().toJson()));
    }
  }
}
