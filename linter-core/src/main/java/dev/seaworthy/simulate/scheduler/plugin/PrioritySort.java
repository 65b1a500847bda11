package dev.seaworthy.simulate.scheduler.plugin;

import dev.seaworthy.simulate.scheduler.framework.QueueSortPlugin;

/** The pod of the highest priority comes first; of equals, the one that was there first. */
public final class PrioritySort implements QueueSortPlugin {

  @Override
  public int order() {
    return 2;
  }

  @Override
  public int compare(long priority, long otherPriority) {
    return Long.compare(otherPriority, priority);
  }
}
