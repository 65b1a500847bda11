package dev.seaworthy.simulate.scenario.expectation;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Claim;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.server.Event;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * That components told of something, as {@code kubectl get events} would show it.
 *
 * @param kind of the object that it is about; empty for any
 * @param name of that object; empty for any
 * @param message a part of its message; empty for any
 */
record EventClaim(String reason, String kind, String name, String message, Range times) {

  private static final Range EVER = new Range(1, Long.MAX_VALUE, "at least 1");

  static List<Claim> read(Arguments step) {
    Node written = step.field("event");
    if (written.isAbsent()) {
      return List.of();
    }
    Arguments in = step.at("event");
    EventClaim claim = new EventClaim(
        in.required("reason"),
        in.text("kind"),
        in.text("name"),
        in.text("message"),
        Range.read("times", in).orElse(EVER));
    in.done();
    return List.of(new Claim(step.place(written), claim::failure));
  }

  private Optional<String> failure(StepContext context) {
    List<Event> all = context.cluster().events();
    long seen = all.stream().filter(this::matches).count();
    if (times.holds(seen)) {
      return Optional.empty();
    }
    return Optional.of(
        seen == 0
            ? "no event " + what() + " was seen" + othersOf(all)
            : "the event %s was seen %d times, not %s".formatted(what(), seen, times.text()));
  }

  private boolean matches(Event event) {
    return event.reason().equals(reason)
        && (kind.isEmpty() || kind.equals(event.regarding().kind().kind()))
        && (name.isEmpty() || name.equals(event.regarding().name()))
        && event.message().contains(message);
  }

  private String what() {
    String about = kind.isEmpty() ? name : name.isEmpty() ? kind : kind + "/" + name;
    return reason
        + (about.isEmpty() ? "" : " of " + about)
        + (message.isEmpty() ? "" : " with '" + message + "'");
  }

  private static String othersOf(List<Event> all) {
    Set<String> reasons = new TreeSet<>();
    all.forEach(event -> reasons.add(event.reason()));
    return reasons.isEmpty() ? "" : "; there were " + String.join(", ", reasons);
  }
}
