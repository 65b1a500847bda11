package dev.seaworthy.simulate.scenario;

import dev.seaworthy.simulate.ClusterSettings;
import dev.seaworthy.simulate.scenario.language.Scenario;
import java.time.Duration;

/** How the control plane of a story is set up. */
public enum ControlPlane {
  /** As the scenario file says; as a cluster comes where it says nothing. */
  AS_WRITTEN,
  /** As a cluster comes: five minutes and more until the pods of a dead node are replaced. */
  REAL,
  /** Quick to give up a silent node (8 s) and its pods (4 s). */
  QUICK,
  /** As the control planes that recorded the scenario corpus, on whose nodes no kubelet ran. */
  RECORDED;

  ClusterSettings settings(Scenario scenario) {
    return switch (this) {
      case AS_WRITTEN -> scenario.quick() ? QUICK.settings(scenario) : REAL.settings(scenario);
      case REAL -> ClusterSettings.REAL;
      case QUICK -> ClusterSettings.REAL.quick();
      case RECORDED -> ClusterSettings.QUICK;
    };
  }

  /** Whether steps about nothing are mistakes. */
  boolean isStrict() {
    return this != RECORDED;
  }

  /** How long a request of a story takes: where stories were recorded, things happened meanwhile. */
  Duration pace() {
    return this == RECORDED ? Duration.ofMillis(5) : Duration.ZERO;
  }
}
