package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.simulate.node.Behaviour;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads how the containers of an image behave. */
final class ImageReader {

  /** A container whose image ends in this, and an index, fails only at that completion index. */
  private static final String FAILS_AT_INDEX = ":failindex";

  /** What a process can exit with. */
  private static final int MOST_CODE = 255;

  private ImageReader() {}

  static Behaviour read(String image, Arguments in) {
    boolean neverReady = in.word("ready", List.of("never")).equals("never");
    Optional<Duration> readyAfter = in.duration("readyAfter");
    Behaviour.Pull pull = new Behaviour.Pull(
        in.duration("pullTakes").orElse(Duration.ZERO),
        in.word("pull", List.of("fails")).equals("fails"));
    Optional<Duration> unhealthyAfter = in.duration("unhealthyAfter");
    int restarts = (int) in.number("restarts", 0, 0, Integer.MAX_VALUE);
    Duration stopTakes = in.duration("stopTakes").orElse(Duration.ZERO);
    Optional<Behaviour.Exit> exit = in.field("exits").isPresent()
        ? Optional.of(exit(image, restarts, in.at("exits")))
        : Optional.empty();
    in.done();
    return new Behaviour(
        pull,
        neverReady ? Optional.empty() : Optional.of(readyAfter.orElse(Duration.ZERO)),
        unhealthyAfter,
        exit,
        stopTakes);
  }

  private static Behaviour.Exit exit(String image, int restarts, Arguments in) {
    Optional<Integer> index = in.field("index").isAbsent()
        ? Optional.empty()
        : Optional.of((int) in.number("index", 0, 0, Integer.MAX_VALUE));
    Behaviour.Exit exit = new Behaviour.Exit(
        in.duration("after").orElse(Duration.ZERO),
        (int) in.number("code", 0, 0, MOST_CODE),
        index.or(() -> indexIn(image)),
        in.flag("beforeReady"),
        restarts);
    in.done();
    return exit;
  }

  private static Optional<Integer> indexIn(String image) {
    int at = image.indexOf(FAILS_AT_INDEX);
    String digits = at < 0 ? "" : image.substring(at + FAILS_AT_INDEX.length());
    return digits.matches("\\d{1,9}") ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
  }
}
