package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Containers that wait before they stop until nothing is left of the time they have to stop. */
final class PodPreStopExceedsGrace implements PodCheck {

  private static final long GRACE_SECONDS = 30;

  /** Made with the first hook that runs a command. */
  private static final class Form {
    static final Pattern SLEEP = Pattern.compile(
        "(?:^|[\\s;&|/])sleep\\s+(?<seconds>[0-9]{1,9})(?<unit>[smh]?)(?:$|[\\s;&|])");
  }

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    long grace = template.spec().get("terminationGracePeriodSeconds").longOr(GRACE_SECONDS);
    List<Finding> findings = new ArrayList<>();
    for (Container container : template.containers()) {
      OptionalLong wait = seconds(container.node().at("lifecycle", "preStop"));
      if (container.staysUp() && wait.isPresent() && wait.getAsLong() >= grace) {
        findings.add(finding(template, container, wait.getAsLong(), grace));
      }
    }
    return findings;
  }

  /** How long the hook sleeps. */
  private static OptionalLong seconds(Node hook) {
    Node sleep = hook.at("sleep", "seconds");
    if (sleep.isPresent()) {
      return OptionalLong.of(sleep.longOr(0));
    }
    if (hook.at("exec").isAbsent()) {
      return OptionalLong.empty();
    }
    List<String> words =
        hook.at("exec", "command").items().stream().map(Node::text).toList();
    Matcher matcher = Form.SLEEP.matcher(String.join(" ", words));
    long sum = 0;
    boolean found = false;
    // The separator that ends one command may begin the next.
    for (int from = 0; matcher.find(from); from = matcher.end("unit")) {
      found = true;
      sum += Long.parseLong(matcher.group("seconds")) * unit(matcher.group("unit"));
    }
    return found ? OptionalLong.of(sum) : OptionalLong.empty();
  }

  private static long unit(String letter) {
    return switch (letter) {
      case "m" -> 60;
      case "h" -> 3600;
      default -> 1;
    };
  }

  private static Finding finding(PodTemplate template, Container container, long wait, long grace) {
    FieldPath hook = container.path().child("lifecycle").child("preStop");
    FieldPath period = template.specPath().child("terminationGracePeriodSeconds");
    Finding finding = Finding.at(
        template.owner(),
        hook,
        "the hook of container '" + container.name() + "' waits " + wait + " of the " + grace
            + " seconds after which it is killed: it is never asked to stop");
    return template.owner().at(period).isPresent()
        ? finding.related(template.owner(), period, "killed after this time")
        : finding;
  }
}
