package dev.seaworthy.validate.field;

import dev.seaworthy.api.Release;

/** What is asked of the server, apart from the object: to make or to change it, in which release. */
public record Request(Operation operation, Release release) {

  /** What the client wants to be done. */
  public enum Operation {
    CREATE,
    UPDATE
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
