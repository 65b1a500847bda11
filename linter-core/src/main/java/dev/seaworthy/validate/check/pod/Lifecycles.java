package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.Value;

/** What the server keeps of a container's lifecycle. */
final class Lifecycles {

  private Lifecycles() {}

  /**
   * Whether there is a lifecycle once the stop signal is dropped: signals are behind a feature gate
   * that is off by default, and a lifecycle of nothing else goes with its signal.
   */
  static boolean isKept(Value lifecycle) {
    return lifecycle.isPresent()
        && (lifecycle.at("stopSignal").isAbsent()
            || lifecycle.at("postStart").isPresent()
            || lifecycle.at("preStop").isPresent());
  }
}
