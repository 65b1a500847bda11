package dev.seaworthy.simulate.server;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.clock.VirtualClock;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All that components told about objects, in order. Apart from the store: events change nothing. A
 * namespace that is being deleted takes none, as it takes nothing new.
 */
public final class EventLog {

  private final VirtualClock clock;
  private final ClusterView view;
  private final List<Event> events = new ArrayList<>();

  public EventLog(VirtualClock clock, ClusterView view) {
    this.clock = clock;
    this.view = view;
  }

  /** Something went as it was meant to. */
  public void normal(Resource regarding, String reason, String message) {
    add(regarding, "Normal", reason, message);
  }

  /** Something did not go as it was meant to. */
  public void warning(Resource regarding, String reason, String message) {
    add(regarding, "Warning", reason, message);
  }

  private void add(Resource regarding, String type, String reason, String message) {
    if (view.get(Kinds.NAMESPACE, "", regarding.namespace())
        .filter(Meta::isBeingDeleted)
        .isPresent()) {
      return;
    }
    events.add(new Event(
        clock.now(),
        ObjectKey.of(regarding),
        regarding.at("metadata", "uid").text(),
        type,
        reason,
        message));
  }

  /** The events so far; grows as the run goes on. */
  public List<Event> all() {
    return Collections.unmodifiableList(events);
  }
}
