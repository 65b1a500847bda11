package dev.seaworthy.bench;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.conformance.JsonNodes;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.scenario.ControlPlane;
import dev.seaworthy.simulate.scenario.ScenarioPlayer;
import dev.seaworthy.simulate.scenario.observation.ScenarioComparison;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code scenarios}: stories about a cluster. {@code stories} counts those whose every state,
 * rejection and look-up came out as recorded, {@code states} the recorded states one by one. What a
 * real cluster left to chance may have fallen otherwise here: one of twelve seeds has to tell it so.
 */
final class ScenariosYardstick implements Yardstick {

  private static final int SEEDS = 12;

  @Override
  public String folder() {
    return "scenarios";
  }

  /** A story as one seed tells it, with how its states differ from what was recorded. */
  private record Telling(List<String> differences, List<List<String>> states, String crash) {

    static Telling of(Node recorded, Node answer) {
      List<List<String>> states = new ArrayList<>();
      for (int i = 0; i < recorded.get("observations").size(); i++) {
        states.add(ScenarioComparison.differences(
            recorded.get("observations").get(i).get("state"),
            answer.get("observations").get(i).get("state")));
      }
      return new Telling(
          ScenarioComparison.differences(recorded, answer),
          states,
          answer.get("crash").text());
    }

    boolean isAsRecorded() {
      return differences.isEmpty();
    }

    boolean isNearerThan(Telling other) {
      return isAsRecorded() && !other.isAsRecorded() || wrongStates() < other.wrongStates();
    }

    private long wrongStates() {
      return states.stream().filter(differences -> !differences.isEmpty()).count();
    }
  }

  @Override
  public void play(Corpus corpus, Consumer<Outcome> report) throws IOException {
    for (Path story : corpus.stories("scenarios")) {
      Node recorded = corpus.json("scenarios/" + story.getFileName() + "/expect.json");
      tell(recorded, nearest(story, recorded), report);
    }
  }

  private static Telling nearest(Path story, Node recorded) throws IOException {
    Telling nearest = telling(story, recorded, 0);
    for (int seed = 1; seed < SEEDS && !nearest.isAsRecorded(); seed++) {
      Telling next = telling(story, recorded, seed);
      nearest = next.isNearerThan(nearest) ? next : nearest;
    }
    return nearest;
  }

  private static Telling telling(Path story, Node recorded, long seed) throws IOException {
    ScenarioPlayer player = ScenarioPlayer.of(BuiltInCatalog.of(Release.NEWEST), new Seed(seed))
        .on(ControlPlane.RECORDED);
    return Telling.of(recorded, answer(player, story));
  }

  private static Node answer(ScenarioPlayer player, Path story) throws IOException {
    try {
      return player.play(story).answer().<Node>map(answer -> answer).orElse(Absent.INSTANCE);
    } catch (RuntimeException crash) {
      return JsonNodes.read("{\"crash\": \"%s\"}".formatted(crash.getClass().getName()));
    }
  }

  private static void tell(Node recorded, Telling telling, Consumer<Outcome> report) {
    String name = recorded.get("scenario").text();
    String area = recorded.get("area").text();
    report.accept(Outcome.of(
        name,
        area,
        Map.of("stories", telling.isAsRecorded()),
        telling.crash() + String.join("\n", telling.differences())));
    for (int i = 0; i < telling.states().size(); i++) {
      List<String> departures = telling.states().get(i);
      report.accept(Outcome.of(
          name + " step " + recorded.get("observations").get(i).get("step").longOr(0),
          area,
          Map.of("states", departures.isEmpty()),
          String.join("\n", departures)));
    }
  }
}
