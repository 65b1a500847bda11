package dev.seaworthy.bench;

import dev.seaworthy.api.BuiltInCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.conformance.JsonNodes;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.scenario.ScenarioPlayer;
import dev.seaworthy.simulate.scenario.observation.ScenarioComparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code scenarios}: stories about a cluster. {@code stories} counts those whose every state,
 * rejection and look-up came out as recorded, {@code states} the recorded states one by one.
 */
final class ScenariosYardstick implements Yardstick {

  @Override
  public String folder() {
    return "scenarios";
  }

  @Override
  public void play(Corpus corpus, Consumer<Outcome> report) throws IOException {
    ScenarioPlayer player = ScenarioPlayer.of(BuiltInCatalog.of(Release.NEWEST), Seed.NONE);
    for (Path story : corpus.stories("scenarios")) {
      Node recorded = corpus.json("scenarios/" + story.getFileName() + "/expect.json");
      tell(recorded, answer(player, story), report);
    }
  }

  private static Node answer(ScenarioPlayer player, Path story) throws IOException {
    try {
      return player.play(story).answer().<Node>map(answer -> answer).orElse(Absent.INSTANCE);
    } catch (RuntimeException crash) {
      return JsonNodes.read("{\"crash\": \"%s\"}".formatted(crash.getClass().getName()));
    }
  }

  private static void tell(Node recorded, Node answer, Consumer<Outcome> report) {
    String name = recorded.get("scenario").text();
    String area = recorded.get("area").text();
    List<String> differences = ScenarioComparison.differences(recorded, answer);
    report.accept(Outcome.of(
        name,
        area,
        Map.of("stories", differences.isEmpty()),
        answer.get("crash").text() + String.join("\n", differences)));
    List<Node> states = recorded.get("observations").items();
    for (int i = 0; i < states.size(); i++) {
      List<String> departures = ScenarioComparison.differences(
          states.get(i).get("state"), answer.get("observations").get(i).get("state"));
      report.accept(Outcome.of(
          name + " step " + states.get(i).get("step").longOr(0),
          area,
          Map.of("states", departures.isEmpty()),
          String.join("\n", departures)));
    }
  }
}
