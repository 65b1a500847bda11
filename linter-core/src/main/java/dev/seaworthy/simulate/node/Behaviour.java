package dev.seaworthy.simulate.node;

import java.time.Duration;
import java.util.Optional;

/**
 * How the containers of an image behave when they are played.
 *
 * @param pull how getting the image goes
 * @param readyAfter from the start until the program answers well; empty for never
 * @param unhealthyAfter from the start until it does not answer any more; empty if it always does
 * @param exit how it ends by itself; empty if it runs until it is stopped
 * @param stopTakes how long it takes to stop
 */
public record Behaviour(
    Pull pull,
    Optional<Duration> readyAfter,
    Optional<Duration> unhealthyAfter,
    Optional<Exit> exit,
    Duration stopTakes) {

  /**
   * How getting an image goes.
   *
   * @param takes the time until it is there, or has failed
   * @param fails whether it can't be had
   */
  public record Pull(Duration takes, boolean fails) {

    /** It is there already. */
    public static final Pull PRESENT = new Pull(Duration.ZERO, false);
  }

  /**
   * A container's own end.
   *
   * @param after from its start until it ends
   * @param index ends so only in the pod of this completion index of a Job; other pods' end with 0
   * @param crashLoops whether it ends so again and again, too fast to be seen running
   * @param restarts the number of restarts after which a crash loop is first seen
   */
  public record Exit(
      Duration after, int code, Optional<Integer> index, boolean crashLoops, int restarts) {

    public static Exit once(Duration after, int code) {
      return new Exit(after, code, Optional.empty(), false, 0);
    }
  }

  /** Starts, is ready at once, runs until it is stopped. */
  public static final Behaviour NORMAL = new Behaviour(
      Pull.PRESENT, Optional.of(Duration.ZERO), Optional.empty(), Optional.empty(), Duration.ZERO);

  private static final Duration SOON = Duration.ofSeconds(1);

  /** What the tag of an image stands for when nothing else is said about the image. */
  public static Behaviour ofTag(String image) {
    int colon = image.lastIndexOf(':');
    String tag = colon < 0 ? "" : image.substring(colon + 1);
    return switch (tag) {
      case "hang" -> NORMAL.neverReady();
      case "slow" -> NORMAL.readyAfter(Duration.ofSeconds(3));
      case "bad" -> NORMAL.notPullable();
      case "crash" ->
        NORMAL.neverReady().ending(new Exit(Duration.ZERO, 1, Optional.empty(), true, 3));
      case "done" -> NORMAL.ending(Exit.once(SOON, 0));
      case "fail" -> NORMAL.ending(Exit.once(SOON, 1));
      case "fail42" -> NORMAL.ending(Exit.once(SOON, 42));
      case "failindex1" -> NORMAL.ending(new Exit(SOON, 1, Optional.of(1), false, 0));
      case "lazy" -> NORMAL.stoppingWithin(Duration.ofSeconds(4));
      default -> NORMAL;
    };
  }

  public Behaviour neverReady() {
    return new Behaviour(pull, Optional.empty(), unhealthyAfter, exit, stopTakes);
  }

  public Behaviour readyAfter(Duration time) {
    return new Behaviour(pull, Optional.of(time), unhealthyAfter, exit, stopTakes);
  }

  public Behaviour unhealthyAfter(Duration time) {
    return new Behaviour(pull, readyAfter, Optional.of(time), exit, stopTakes);
  }

  public Behaviour notPullable() {
    return pulling(new Pull(pull.takes(), true));
  }

  public Behaviour pulling(Pull how) {
    return new Behaviour(how, readyAfter, unhealthyAfter, exit, stopTakes);
  }

  public Behaviour ending(Exit how) {
    return new Behaviour(pull, readyAfter, unhealthyAfter, Optional.of(how), stopTakes);
  }

  public Behaviour stoppingWithin(Duration time) {
    return new Behaviour(pull, readyAfter, unhealthyAfter, exit, time);
  }
}
