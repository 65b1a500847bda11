package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import java.util.LinkedHashMap;
import java.util.Map;

/** The states of the signatures that were met lately. */
final class CycleStates {

  private static final int MIN_KEPT = 16;

  /** Each state knows something of every node: of so many nodes all states together. */
  private static final int KEPT_NODES = 2_000_000;

  private final Profile profile;
  private final Handle handle;
  private final Map<PodSignature, CycleState> states = new LinkedHashMap<>(MIN_KEPT, 0.75f, true);

  CycleStates(Profile profile, Handle handle) {
    this.profile = profile;
    this.handle = handle;
  }

  CycleState of(PodSignature pod) {
    CycleState state = states.get(pod);
    if (state == null || !state.knowsVolumes(handle.volumes().version())) {
      state = new CycleState(pod, profile, handle);
      states.put(pod, state);
      int most = Math.max(MIN_KEPT, KEPT_NODES / Math.max(1, handle.snapshot().size()));
      if (states.size() > most) {
        states.remove(states.keySet().iterator().next());
      }
    }
    return state;
  }
}
