package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.Resource;
import java.util.Optional;

/** Who asks: a pod, or a person who is forwarded by the pod's node, past all policies. */
record Caller(Optional<Resource> pod) {

  static Caller outside() {
    return new Caller(Optional.empty());
  }

  static Caller of(Resource pod) {
    return new Caller(Optional.of(pod));
  }

  boolean isOutside() {
    return pod.isEmpty();
  }
}
