package dev.seaworthy.simulate.node;

import java.time.Duration;
import java.util.Optional;

/**
 * How the containers of an image behave when they are played.
 *
 * @param pullable whether the image can be pulled
 * @param readyAfter from the start until it is ready; empty for never
 * @param exit how it ends by itself; empty if it runs until it is stopped
 * @param stopTakes how long it takes to stop
 */
public record Behaviour(
    boolean pullable, Optional<Duration> readyAfter, Optional<Exit> exit, Duration stopTakes) {

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
  public static final Behaviour NORMAL =
      new Behaviour(true, Optional.of(Duration.ZERO), Optional.empty(), Duration.ZERO);

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
    return new Behaviour(pullable, Optional.empty(), exit, stopTakes);
  }

  public Behaviour readyAfter(Duration time) {
    return new Behaviour(pullable, Optional.of(time), exit, stopTakes);
  }

  public Behaviour notPullable() {
    return new Behaviour(false, readyAfter, exit, stopTakes);
  }

  public Behaviour ending(Exit how) {
    return new Behaviour(pullable, readyAfter, Optional.of(how), stopTakes);
  }

  public Behaviour stoppingWithin(Duration time) {
    return new Behaviour(pullable, readyAfter, exit, time);
  }
}
