package dev.seaworthy.graph;

import dev.seaworthy.api.ObjectKey;
import java.util.Optional;

/**
 * That an object has to do with another one.
 *
 * @param target what it names or selects
 * @param found the object of that name, if it sees one
 */
public record Relation(
    InputObject from, Kind kind, ObjectKey target, Optional<InputObject> found, State state) {

  /** What the one does with the other. */
  public enum Kind {
    SELECTS,
    SCALES,
    ROUTES_TO,
    GRANTS,
    USES,
    PROVIDES
  }

  /** Whether the other one is there. */
  public enum State {
    /** In the input, where the object sees it. */
    FOUND,
    /** In another unit of the input, which may be another cluster. */
    ELSEWHERE,
    /** Brought into being by something, or there in every cluster. */
    PROVIDED,
    MISSING
  }
}
