package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import java.util.LinkedHashMap;
import java.util.Map;

/** The states of the signatures that were met lately. */
final class CycleStates {

  /** Each state knows something of every node, so there must not be one for every pod. */
  private static final int KEPT = 16;

  private final Profile profile;
  private final Handle handle;
  private final Map<PodSignature, CycleState> states = new LinkedHashMap<>(KEPT, 0.75f, true);

  CycleStates(Profile profile, Handle handle) {
    this.profile = profile;
    this.handle = handle;
  }

  CycleState of(PodSignature pod) {
    CycleState state = states.get(pod);
    if (state == null) {
      state = new CycleState(pod, profile, handle);
      states.put(pod, state);
      if (states.size() > KEPT) {
        states.remove(states.keySet().iterator().next());
      }
    }
    return state;
  }
}
