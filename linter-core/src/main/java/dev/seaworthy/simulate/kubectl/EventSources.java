package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.simulate.scheduler.Scheduler;
import dev.seaworthy.simulate.server.Event;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Locale;

/** Who tells of what: the column From of events. */
final class EventSources {

  private EventSources() {}

  static String of(Event event) {
    if (event.regarding().kind().equals(Kinds.POD)) {
      return event.isByScheduler() ? Scheduler.NAME : ofPod(event.reason());
    }
    return event.regarding().kind().equals(Kinds.HORIZONTAL_POD_AUTOSCALER)
        ? "horizontal-pod-autoscaler"
        : event.regarding().kind().kind().toLowerCase(Locale.ROOT) + "-controller";
  }

  private static String ofPod(String reason) {
    return switch (reason) {
      case "TaintManagerEviction" -> "taint-eviction-controller";
      case "FailedAttachVolume" -> "attachdetach-controller";
      case "NodeNotReady" -> "node-controller";
      default -> "kubelet";
    };
  }
}
