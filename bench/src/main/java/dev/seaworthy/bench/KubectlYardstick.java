package dev.seaworthy.bench;

import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.manifest.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code kubectl}: what a real {@code kubectl} prints, step by step, when it talks to a server of
 * ours. Steps whose record is weak are left out. The product has no such server yet, so without a
 * command that starts one no step agrees.
 */
final class KubectlYardstick implements Yardstick {

  private static final String NO_SERVER = "there is no server of ours that kubectl could ask";

  private final Optional<KubectlPlayer> player;

  KubectlYardstick(Optional<KubectlPlayer> player) {
    this.player = player;
  }

  @Override
  public String folder() {
    return "kubectl";
  }

  @Override
  public void play(Corpus corpus, Consumer<Outcome> report) throws IOException {
    for (Path story : corpus.stories("kubectl")) {
      String name = story.getFileName().toString();
      List<Node> steps =
          corpus.values("kubectl/" + name + "/story.yaml").get(0).get("steps").items();
      KubectlPlayer.Played played = player.isPresent()
          ? player.get().play(corpus.path("kubectl/play.py"), story)
          : new KubectlPlayer.Played(Optional.of(NO_SERVER), Map.of());
      for (int i = 0; i < steps.size(); i++) {
        if (steps.get(i).get("weak").isAbsent()) {
          report.accept(outcome(name, i + 1, steps.get(i), played));
        }
      }
    }
  }

  private static Outcome outcome(
      String story, int step, Node recorded, KubectlPlayer.Played played) {
    Optional<String> wrong = played.wrongAt(step);
    return Outcome.of(
        story + " step " + step,
        story,
        Map.of("steps", wrong.isEmpty()),
        recorded.get("run").text() + "\n" + wrong.orElse(""));
  }
}
