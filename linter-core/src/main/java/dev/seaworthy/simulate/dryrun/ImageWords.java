package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.UnknownWord;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.scenario.language.DurationText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** How an image behaves, in a word or two: {@code pull-fails}, {@code ready-after:30s}. */
public final class ImageWords {

  private static final Duration SOON = Duration.ofSeconds(1);

  private static final Map<String, UnaryOperator<Behaviour>> WORDS = words();
  private static final Map<String, Function<Duration, UnaryOperator<Behaviour>>> TIMES = Map.of(
      "ready-after", time -> behaviour -> behaviour.readyAfter(time),
      "unhealthy-after", time -> behaviour -> behaviour.unhealthyAfter(time),
      "pull-takes", time -> behaviour -> behaviour.pulling(new Behaviour.Pull(time, false)),
      "stop-takes", time -> behaviour -> behaviour.stoppingWithin(time));

  private ImageWords() {}

  private static Map<String, UnaryOperator<Behaviour>> words() {
    Map<String, UnaryOperator<Behaviour>> words = new LinkedHashMap<>();
    words.put("pull-fails", Behaviour::notPullable);
    words.put(
        "crashes",
        behaviour -> behaviour.neverReady().ending(Behaviour.Exit.once(Duration.ZERO, 1)));
    words.put("never-ready", Behaviour::neverReady);
    words.put("fails", behaviour -> behaviour.ending(Behaviour.Exit.once(SOON, 1)));
    words.put("ends", behaviour -> behaviour.ending(Behaviour.Exit.once(SOON, 0)));
    return words;
  }

  /** The words there are; of those with a time the word before the colon, and an example. */
  public static List<String> all() {
    return List.of(
        "pull-fails",
        "crashes",
        "never-ready",
        "fails",
        "ends",
        "ready-after:30s",
        "unhealthy-after:1m",
        "pull-takes:20s",
        "stop-takes:10s");
  }

  /**
   * What a word says.
   *
   * @throws UnknownWord if it says nothing
   */
  public static Behaviour parse(String word) {
    UnaryOperator<Behaviour> plain = WORDS.get(word);
    if (plain != null) {
      return plain.apply(Behaviour.NORMAL);
    }
    int colon = word.indexOf(':');
    String name = colon < 0 ? word : word.substring(0, colon);
    Function<Duration, UnaryOperator<Behaviour>> timed = TIMES.get(name);
    if (timed == null) {
      throw new UnknownWord("an image cannot be '" + word + "'" + meant(name));
    }
    Duration time = DurationText.parse(colon < 0 ? "" : word.substring(colon + 1))
        .orElseThrow(
            () -> new UnknownWord("'" + word + "' needs a time, such as " + name + ":30s"));
    return timed.apply(time).apply(Behaviour.NORMAL);
  }

  private static String meant(String name) {
    List<String> names =
        all().stream().map(word -> word.replaceFirst(":.*", "")).toList();
    return NearestName.to(name, names)
        .map(near -> "; did you mean " + near + "?")
        .orElse("; it can be " + String.join(", ", all()));
  }
}
