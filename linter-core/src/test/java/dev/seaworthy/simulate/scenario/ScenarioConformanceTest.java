package dev.seaworthy.simulate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.BuiltInCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the simulator to what real control planes did. The floors may only rise. */
class ScenarioConformanceTest {

  private static final Path STORIES = Path.of("src/test/resources/conformance/scenarios");
  private static final ApiCatalog CATALOG = BuiltInCatalog.of(Release.NEWEST);

  @ParameterizedTest(name = "of {0} at least {1} stories end as recorded")
  @CsvSource({"basics, 35", "rollouts, 35", "scheduling, 39"})
  void storiesEndAsRecorded(String area, int floor) throws IOException {
    List<String> departures = new ArrayList<>();
    int equal = 0;
    for (Path story : storiesOf(area)) {
      List<String> differences = stateDifferences(story);
      equal += differences.isEmpty() ? 1 : 0;
      differences.stream()
          .findFirst()
          .ifPresent(first -> departures.add(story.getFileName() + " " + first));
    }
    assertThat(equal).as("departures: %s", departures).isGreaterThanOrEqualTo(floor);
  }

  @Test
  void everyScenarioFileOfTheCorpusCanBeRead() throws IOException {
    for (Path story : stories()) {
      Node root = read(story.resolve(ScenarioPlayer.FILE));
      assertThat(ScenarioFile.of(story.toString(), root).problems()).isEmpty();
    }
  }

  @Test
  void theSameSeedGivesTheSameAnswer() throws IOException {
    Path story = STORIES.resolve("roll-4-surge-25pct-unavailable-25pct");
    ScenarioPlayer player = ScenarioPlayer.of(CATALOG, new Seed(7));

    assertThat(player.play(story)).isEqualTo(player.play(story));
  }

  private static List<String> stateDifferences(Path story) throws IOException {
    Node answer = ScenarioPlayer.of(CATALOG, Seed.NONE).play(story).answer().orElseThrow();
    return ScenarioComparison.differences(read(story.resolve("expect.json")), answer).stream()
        .filter(difference -> difference.contains(".state"))
        .toList();
  }

  private static List<Path> storiesOf(String area) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path story : stories()) {
      if (read(story.resolve("expect.json")).get("area").text().equals(area)) {
        found.add(story);
      }
    }
    return found;
  }

  private static List<Path> stories() throws IOException {
    try (Stream<Path> entries = Files.list(STORIES)) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private static Node read(Path file) throws IOException {
    return new ManifestReader()
        .readValues(file.toString(), Files.readAllBytes(file))
        .documents()
        .get(0)
        .root();
  }
}
