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
    reading.documents().forEach(ManifestTextFuzzTest::isReadAgainFromItsJson);
  }

  private static void isReadAgainFromItsJson(Document document) {
    assertThat(document.root().span().line()).isPositive();
    // The item of a list may leave out what it is; by itself it would be nobody's manifest.
    if (document.root().get("kind").text().isEmpty()
        || document.root().get("apiVersion").text().isEmpty()) {
      return;
    }
    String json = document.root().toJson();
    assertThat(new ManifestReader().read("again.json", Seeds.utf8(json)).documents())
        .singleElement()
        .satisfies(again -> assertThat(again.root().toJson()).isEqualTo(json));
  }
}
