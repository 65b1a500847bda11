package dev.seaworthy.simulate.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.scenario.language.ScenarioFile;
import dev.seaworthy.simulate.scenario.verb.Verbs;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The recorded stories as input; how they end is held by the thresholds of {@code bench}. */
class ScenarioConformanceTest {

  private static final Corpus CORPUS = new Corpus(Corpus.OF_THIS_MODULE);
  private static final ApiCatalog CATALOG = BuiltInCatalog.of(Release.NEWEST);

  @Test
  void everyScenarioFileOfTheCorpusCanBeRead() {
    for (Path story : CORPUS.stories("scenarios")) {
      String file = "scenarios/" + story.getFileName() + "/" + ScenarioPlayer.FILE;
      Reading reading = CORPUS.reading(file);
      assertThat(ScenarioFile.of(story.toString(), reading, Verbs.all()).problems())
          .isEmpty();
    }
  }

  @Test
  void theSameSeedGivesTheSameAnswer() throws IOException {
    Path story = CORPUS.path("scenarios/roll-4-surge-25pct-unavailable-25pct");
    ScenarioPlayer player = ScenarioPlayer.of(CATALOG, new Seed(7));

    ScenarioPlayer.Played first = player.play(story);
    ScenarioPlayer.Played second = player.play(story);

    assertThat(second.answer()).isEqualTo(first.answer());
    assertThat(second.outcome()).isEqualTo(first.outcome());
  }
}
