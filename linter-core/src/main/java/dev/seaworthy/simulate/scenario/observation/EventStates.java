package dev.seaworthy.simulate.scenario.observation;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.server.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many events there were, by the kind of their object, their reason and their type. */
final class EventStates {

  private record EventKind(String kind, String reason, String type) {}

  private static final Comparator<EventKind> ORDER = Comparator.comparing(EventKind::kind)
      .thenComparing(EventKind::reason)
      .thenComparing(EventKind::type);

  private EventStates() {}

  static List<Mapping> counts(List<Event> log) {
    Map<EventKind, Long> counts = new TreeMap<>(ORDER);
    EventRecorders recorders = new EventRecorders();
    for (Event event : log) {
      if (!recorders.pass(event)) {
        continue;
      }
      EventKind kind = new EventKind(event.regarding().kind().kind(), event.reason(), event.type());
      counts.merge(kind, 1L, Long::sum);
    }
    List<Mapping> states = new ArrayList<>();
    counts.forEach((kind, count) -> states.add(new Fields()
        .put("kind", kind.kind())
        .put("reason", kind.reason())
        .put("type", kind.type())
        .put("count", count)
        .build()));
    return states;
  }
}
