package dev.seaworthy.validate.field;

import dev.seaworthy.api.Release;

/**
 * What is asked of the server, apart from the object: to make or to change it, in which release.
 *
 * @param baseline what is known of the object that an update replaces
 * @param subresource the part of the object that is written, as URLs name it; empty for all of it
 */
public record Request(Operation operation, Release release, Baseline baseline, String subresource) {

  /** Containers to debug a running pod with, which are written apart from the rest of it. */
  public static final String EPHEMERAL_CONTAINERS = "ephemeralcontainers";

  /** What the client wants to be done. */
  public enum Operation {
    CREATE,
    UPDATE
  }

  /** How far an update may rely on what it replaces. */
  public enum Baseline {
    /** Somebody says that it was like that. */
    GIVEN,
    /** This very server judged and stored it. */
    STORED
  }

  public Request(Operation operation, Release release) {
    this(operation, release, Baseline.GIVEN, "");
  }

  /** Whether a part that is the very one of the stored object needs no second look. */
  public boolean keepsWhatIsStored() {
    return baseline == Baseline.STORED;
  }

  /** Whether it is an update of {@code part} alone. */
  public boolean isOf(String part) {
    return subresource.equals(part);
  }

  public boolean isUpdate() {
    return operation == Operation.UPDATE;
  }

  public boolean isCreate() {
    return operation == Operation.CREATE;
  }

  public boolean isSince(int minor) {
    return release.minor() >= minor;
  }
}
