package dev.seaworthy.simulate.scheduler.plugin;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.scheduler.framework.PreEnqueuePlugin;

/** A pod with gates waits until all of them are taken away. */
public final class SchedulingGates implements PreEnqueuePlugin {

  @Override
  public int order() {
    return 1;
  }

  @Override
  public boolean admits(Resource pod) {
    return pod.at("spec", "schedulingGates").size() == 0;
  }
}
