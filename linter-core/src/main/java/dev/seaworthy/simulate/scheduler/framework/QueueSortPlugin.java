package dev.seaworthy.simulate.scheduler.framework;

/** Which of the pods that are ready to be scheduled comes first. There is one in a profile. */
public interface QueueSortPlugin extends Plugin {

  /** Negative if a pod of the first priority comes before one of the second. */
  int compare(long priority, long otherPriority);
}
