package dev.seaworthy.simulate.server;

import java.time.Duration;
import java.util.Optional;

/**
 * How something is deleted.
 *
 * @param grace how long a pod may take to stop; empty for its own {@code
 *     terminationGracePeriodSeconds}
 * @param uid deletes only the object that has this UID
 */
public record Deletion(Cascade cascade, Optional<Duration> grace, Optional<String> uid) {

  /** What becomes of the objects that the deleted one owns. */
  public enum Cascade {
    /** They are deleted after it. */
    BACKGROUND,
    /** They are deleted before it. */
    FOREGROUND,
    /** They stay, without this owner. */
    ORPHAN
  }

  public static final Deletion NORMAL =
      new Deletion(Cascade.BACKGROUND, Optional.empty(), Optional.empty());

  /** At once, without waiting for containers to stop. */
  public static final Deletion NOW =
      new Deletion(Cascade.BACKGROUND, Optional.of(Duration.ZERO), Optional.empty());

  public Deletion cascading(Cascade how) {
    return new Deletion(how, grace, uid);
  }

  public Deletion within(Duration time) {
    return new Deletion(cascade, Optional.of(time), uid);
  }

  public Deletion of(String exactUid) {
    return new Deletion(cascade, grace, Optional.of(exactUid));
  }
}
