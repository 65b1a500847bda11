package dev.seaworthy.simulate.scenario.expectation;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.history.WorkloadHistory;
import dev.seaworthy.simulate.history.WorkloadHistory.Moment;
import dev.seaworthy.simulate.history.WorkloadHistory.Rollout;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Claim;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** What is expected of an object: its counts, its rollout, a condition, or whether it is there. */
final class WorkloadClaims {

  private static final Map<String, ToLongFunction<Moment>> COUNTS = counts();

  private final Arguments in;
  private final Target target;
  private final List<Claim> claims = new ArrayList<>();

  private WorkloadClaims(Arguments in, Target target) {
    this.in = in;
    this.target = target;
  }

  private static Map<String, ToLongFunction<Moment>> counts() {
    Map<String, ToLongFunction<Moment>> counts = new LinkedHashMap<>();
    counts.put("desired", Moment::desired);
    counts.put("updated", Moment::updated);
    counts.put("ready", Moment::ready);
    counts.put("available", Moment::available);
    return counts;
  }

  static List<Claim> read(Arguments in) {
    boolean hasTarget = in.field("target").isPresent();
    WorkloadClaims reader =
        new WorkloadClaims(in, hasTarget ? in.target("target") : new Target("", ""));
    reader.counts(hasTarget);
    reader.floor();
    reader.rollout();
    reader.condition();
    reader.existence();
    if (!hasTarget && !reader.claims.isEmpty()) {
      in.problem(in.node(), "'target' is missing: the object that this is expected of");
    }
    return hasTarget ? reader.claims : List.of();
  }

  private void counts(boolean hasTarget) {
    COUNTS.forEach((field, count) -> {
      // That many pods can be ready is expected of pods, too.
      if (hasTarget || !field.equals("ready")) {
        Range.read(field, in)
            .ifPresent(range -> ofHistory(field, history -> {
              long found = count.applyAsLong(history.last());
              return range.holds(found)
                  ? Optional.empty()
                  : Optional.of(
                      "%s has %d %s, not %s".formatted(target, found, field, range.text()));
            }));
      }
    });
  }

  private void floor() {
    if (in.field("neverFewerAvailable").isPresent()) {
      long floor = in.count("neverFewerAvailable");
      ofHistory("neverFewerAvailable", history -> {
        OptionalLong least = history.leastOnce(floor);
        if (least.isEmpty()) {
          return Optional.of("%s never had %d available".formatted(target, floor));
        }
        return least.getAsLong() >= floor
            ? Optional.empty()
            : Optional.of("%s had only %d available at some point, fewer than %d"
                .formatted(target, least.getAsLong(), floor));
      });
    }
  }

  private void rollout() {
    Optional<Duration> limit = in.duration("rolledOutWithin");
    limit.ifPresent(
        most -> ofHistory("rolledOutWithin", history -> late(history.lastRollout(), most)));
  }

  private Optional<String> late(Rollout rollout, Duration most) {
    if (rollout.took().isEmpty()) {
      return Optional.of("the rollout of " + target + " is not complete");
    }
    Duration took = rollout.took().get();
    return took.compareTo(most) <= 0
        ? Optional.empty()
        : Optional.of("the rollout of %s took %s, longer than %s"
            .formatted(target, seconds(took), seconds(most)));
  }

  private static String seconds(Duration time) {
    return time.toMillisPart() == 0
        ? time.toSeconds() + "s"
        : "%d.%03ds".formatted(time.toSeconds(), time.toMillisPart());
  }

  private void condition() {
    String wanted = in.text("condition");
    if (!wanted.isEmpty()) {
      int equals = wanted.indexOf('=');
      if (equals <= 0) {
        in.problem(
            in.field("condition"), "'condition' must be TYPE=STATUS, such as Available=True");
        return;
      }
      String type = wanted.substring(0, equals);
      String status = wanted.substring(equals + 1);
      of("condition", object -> {
        String found = Conditions.of(object).status(type);
        return found.equals(status)
            ? Optional.empty()
            : Optional.of("%s of %s is %s, not %s"
                .formatted(type, target, found.isEmpty() ? "not set" : found, status));
      });
    }
  }

  private void existence() {
    Node expected = in.field("exists");
    if (expected.isPresent()) {
      if (expected.asBoolean().isEmpty()) {
        in.problem(expected, "'exists' must be true or false");
      }
      claims.add(new Claim(in.place(expected), context -> {
        boolean isThere = context.object(target).isPresent();
        return isThere == expected.isTrue()
            ? Optional.empty()
            : Optional.of(isThere ? target + " is there" : missing(context));
      }));
    }
  }

  private void of(String field, Function<Resource, Optional<String>> failure) {
    claims.add(new Claim(
        in.place(in.field(field)),
        context ->
            context.object(target).map(failure).orElseGet(() -> Optional.of(missing(context)))));
  }

  private void ofHistory(String field, Function<WorkloadHistory, Optional<String>> failure) {
    claims.add(new Claim(
        in.place(in.field(field)),
        context -> context.object(target).isEmpty()
            ? Optional.of(missing(context))
            : context
                .historyOf(target)
                .map(failure)
                .orElseGet(() -> Optional.of(target + " has no pods to count"))));
  }

  private String missing(StepContext context) {
    List<String> names =
        context.ofKind(target.kind()).stream().map(Resource::name).toList();
    String hint = NearestName.to(target.name(), names)
        .map(near -> "; did you mean " + target.kind() + "/" + near + "?")
        .orElse("");
    return target + " is not there" + hint;
  }
}
