package dev.seaworthy.simulate.controller.job;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Job;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the failure of a pod means for its Job: the first rule that fits the failure decides. */
final class PodFailurePolicy {

  private final List<Node> rules;

  private PodFailurePolicy(List<Node> rules) {
    this.rules = rules;
  }

  /** Of a Job; one without a policy counts every failure. */
  static PodFailurePolicy of(Job job) {
    return new PodFailurePolicy(job.spec("podFailurePolicy").get("rules").items());
  }

  /** What a rule has done with a failure. */
  enum Action {
    /** It is not counted. */
    IGNORE,
    /** It is counted, as without any rule. */
    COUNT,
    /** Its index has failed for good. */
    FAIL_INDEX,
    /** The whole Job has failed. */
    FAIL_JOB;

    private static Action of(String name) {
      return switch (name) {
        case "Ignore" -> IGNORE;
        case "FailIndex" -> FAIL_INDEX;
        case "FailJob" -> FAIL_JOB;
        default -> COUNT;
      };
    }
  }

  /** An action, and in words what led to it. */
  record Decision(Action action, String message) {

    boolean isCounted() {
      return action != Action.IGNORE;
    }
  }

  Decision judge(JobPod failed) {
    for (int i = 0; i < rules.size(); i++) {
      Optional<Decision> decision = judge(rules.get(i), i, failed);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    return new Decision(Action.COUNT, "");
  }

  private static Optional<Decision> judge(Node rule, int index, JobPod failed) {
    String action = rule.get("action").text();
    Optional<String> fit = rule.get("onExitCodes").isPresent()
        ? exit(rule.get("onExitCodes"), failed)
        : condition(rule.get("onPodConditions").items(), failed);
    return fit.map(words ->
        new Decision(Action.of(action), words + " matching " + action + " rule at index " + index));
  }

  private static Optional<String> exit(Node demand, JobPod failed) {
    String container = demand.get("containerName").text();
    return Stream.of("containerStatuses", "initContainerStatuses")
        .flatMap(field -> failed.pod().resource().at("status", field).items().stream())
        .filter(status -> status.at("state", "terminated").isPresent())
        .filter(
            status -> container.isEmpty() || container.equals(status.get("name").text()))
        .filter(status -> fits(demand, exitCode(status)))
        .findFirst()
        .map(status -> "Container %s for pod %s failed with exit code %d"
            .formatted(status.get("name").text(), name(failed), exitCode(status)));
  }

  private static long exitCode(Node status) {
    return status.at("state", "terminated", "exitCode").longOr(0);
  }

  private static boolean fits(Node demand, long code) {
    boolean isListed =
        demand.get("values").items().stream().anyMatch(value -> value.longOr(-1) == code);
    return code != 0 && demand.get("operator").text().equals("In") == isListed;
  }

  private static Optional<String> condition(List<Node> patterns, JobPod failed) {
    return failed.pod().resource().at("status", "conditions").items().stream()
        .filter(condition -> patterns.stream().anyMatch(pattern -> fits(pattern, condition)))
        .findFirst()
        .map(condition -> "Pod %s has condition %s"
            .formatted(name(failed), condition.get("type").text()));
  }

  private static boolean fits(Node pattern, Node condition) {
    return pattern.get("type").text().equals(condition.get("type").text())
        && pattern.get("status").stringOr("True").equals(condition.get("status").text());
  }

  private static String name(JobPod failed) {
    return failed.pod().namespace() + "/" + failed.pod().name();
  }
}
