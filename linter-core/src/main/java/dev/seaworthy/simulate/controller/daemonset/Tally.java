package dev.seaworthy.simulate.controller.daemonset;

/** What the assessments of all nodes amount to: the counts that a set reports. */
final class Tally {

  private int desired;
  private int current;
  private int misscheduled;
  private int ready;
  private int available;
  private int updated;
  private int serving;

  /** Counts a node in, or with a negative {@code sign} out. */
  void add(Assessment node, int sign) {
    serving += node.serves() ? sign : 0;
    if (!node.isWanted()) {
      misscheduled += node.isScheduled() ? sign : 0;
      return;
    }
    desired += sign;
    current += node.isScheduled() ? sign : 0;
    ready += node.isReady() ? sign : 0;
    available += node.isAvailable() ? sign : 0;
    updated += node.isUpdated() ? sign : 0;
  }

  int desired() {
    return desired;
  }

  int current() {
    return current;
  }

  int misscheduled() {
    return misscheduled;
  }

  int ready() {
    return ready;
  }

  int available() {
    return available;
  }

  int updated() {
    return updated;
  }

  /** On how many nodes, wanted or not, a pod is available. */
  int serving() {
    return serving;
  }
}
