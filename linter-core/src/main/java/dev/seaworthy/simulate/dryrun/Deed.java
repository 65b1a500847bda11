package dev.seaworthy.simulate.dryrun;

import dev.seaworthy.simulate.scenario.language.Scenario;

/**
 * Something that happens to a cluster after the objects have settled.
 *
 * @param target the node that it happens to, or the object as {@code Kind/name}
 */
public record Deed(What what, String target, Scenario.Line line) {

  /** What can happen. */
  public enum What {
    FAIL_NODE,
    DRAIN,
    CRASH
  }

  /** Whether it happens to a node. */
  boolean concernsNode() {
    return what != What.CRASH;
  }
}
