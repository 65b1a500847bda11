package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Numbers of seconds in probes that hardly do what was meant. */
final class ProbeTimingSuspicious implements PodCheck {

  private static final List<String> PROBES =
      List.of("startupProbe", "livenessProbe", "readinessProbe");
  private static final long PERIOD_SECONDS = 10;
  private static final long TIMEOUT_SECONDS = 1;
  private static final long FAILURES = 3;

  /** What is odd about a probe, and in which of its fields. */
  private record Oddity(String field, String words) {}

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Container container : template.containers()) {
      for (String name : PROBES) {
        Node probe = container.node().get(name);
        if (container.staysUp() && probe.isPresent()) {
          oddity(name, probe, container, context)
              .map(odd -> finding(template, container.path().child(name), odd))
              .ifPresent(findings::add);
        }
      }
    }
    return findings;
  }

  private static Optional<Oddity> oddity(
      String name, Node probe, Container container, CheckContext context) {
    long period = probe.get("periodSeconds").longOr(PERIOD_SECONDS);
    long timeout = probe.get("timeoutSeconds").longOr(TIMEOUT_SECONDS);
    if (timeout > period) {
      return Optional.of(new Oddity(
          "timeoutSeconds",
          "an answer may take " + timeout + " seconds, but every " + period
              + " seconds the next one is due"));
    }
    String slow = slowCommand(probe, context.texts("slowCommands"));
    if (timeout == TIMEOUT_SECONDS && !slow.isEmpty()) {
      return Optional.of(new Oddity(
          "timeoutSeconds", slow + " hardly starts within the one second that it is given"));
    }
    return switch (name) {
      case "startupProbe" -> startup(probe, period, context);
      case "livenessProbe" -> liveness(probe, container, context);
      default -> Optional.empty();
    };
  }

  private static Optional<Oddity> startup(Node probe, long period, CheckContext context) {
    long window = probe.get("failureThreshold").longOr(FAILURES) * period;
    return window < context.parameter("leastStartup").longOr(0)
        ? Optional.of(new Oddity(
            "failureThreshold",
            "the program is killed if it has not started in " + window + " seconds"))
        : Optional.empty();
  }

  private static Optional<Oddity> liveness(Node probe, Container container, CheckContext context) {
    long delay = probe.get("initialDelaySeconds").longOr(0);
    boolean alone = container.node().get("startupProbe").isAbsent();
    return alone && delay >= context.parameter("longestDelay").longOr(0)
        ? Optional.of(new Oddity(
            "initialDelaySeconds",
            "for " + delay + " seconds nobody notices that it hangs, however fast it has started"))
        : Optional.empty();
  }

  /** The program that the probe starts, also from a shell, if it is one that takes its time. */
  private static String slowCommand(Node probe, List<String> slow) {
    for (Node argument : probe.at("exec", "command").items()) {
      for (String word : argument.text().split("\\s+")) {
        String program = word.substring(word.lastIndexOf('/') + 1);
        if (slow.contains(program)) {
          return program;
        }
      }
    }
    return "";
  }

  private static Finding finding(PodTemplate template, FieldPath probe, Oddity odd) {
    return Finding.at(template.owner(), probe.child(odd.field()), odd.words());
  }
}
