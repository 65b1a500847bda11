package dev.seaworthy.simulate.scheduler.framework;

import dev.seaworthy.api.Resource;

/** A condition that a pod must fulfil before the scheduler looks for a node at all. */
public interface PreEnqueuePlugin extends Plugin {

  boolean admits(Resource pod);
}
