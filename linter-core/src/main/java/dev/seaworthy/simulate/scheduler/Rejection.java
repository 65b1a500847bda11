package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Status;

/** That a pod can't go to a node: which filter was the first to say so, and what it said. */
record Rejection(FilterPlugin plugin, Status status) {}
