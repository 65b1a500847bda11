package dev.seaworthy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.simulate.scenario.ScenarioPlayer;
import dev.seaworthy.simulate.scenario.language.ScenarioFile;
import dev.seaworthy.simulate.scenario.verb.Verbs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** Any text is a scenario, or it is told where it is none. */
@Tag("long")
class ScenarioFileFuzzTest {

  private static final String FILE = ScenarioPlayer.FILE;

  static Stream<byte[]> scenarios() {
    return Seeds.CORPUS.stories("scenarios").stream().map(story -> bytes(story.resolve(FILE)));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @MethodSource("scenarios")
  @FuzzTest(maxDuration = Seeds.DURATION)
  void everyTextIsAScenarioOrRefusedAtAPlace(byte[] text) {
    for (Diagnostic problem : problems(new ManifestReader().readValues(FILE, text))) {
      assertThat(problem.message()).isNotBlank();
      assertThat(problem.place().file()).isEqualTo(FILE);
    }
  }

  private static List<Diagnostic> problems(Reading reading) {
    return ScenarioFile.of(FILE, reading, Verbs.all()).problems();
  }
}
