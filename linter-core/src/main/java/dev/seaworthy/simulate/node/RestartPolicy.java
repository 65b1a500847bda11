package dev.seaworthy.simulate.node;

import dev.seaworthy.manifest.Node;
import java.util.List;

/**
 * Whether a container that ended is started again: its own rules on exit codes come first, then its
 * own policy, then the pod's.
 */
record RestartPolicy(String policy, List<Node> rules) {

  static final RestartPolicy ALWAYS = new RestartPolicy("Always", List.of());
  static final RestartPolicy NEVER = new RestartPolicy("Never", List.of());

  static RestartPolicy of(Node container, String ofPod) {
    String own = container.get("restartPolicy").text();
    List<Node> rules = container.get("restartPolicyRules").items();
    String policy = own.isEmpty() ? ofPod : own;
    return rules.isEmpty() && policy.equals("Always") ? ALWAYS : new RestartPolicy(policy, rules);
  }

  /** Of an init container: it is to end well once, and only a failure is a reason to repeat it. */
  RestartPolicy untilSuccess() {
    return policy.equals("Always") ? new RestartPolicy("OnFailure", rules) : this;
  }

  boolean restarts(int exitCode) {
    return rules.stream().anyMatch(rule -> asksFor(rule, exitCode))
        || policy.equals("Always")
        || policy.equals("OnFailure") && exitCode != 0;
  }

  private static boolean asksFor(Node rule, int exitCode) {
    Node codes = rule.get("exitCodes");
    boolean named =
        codes.get("values").items().stream().anyMatch(code -> code.longOr(-1) == exitCode);
    return rule.get("action").text().startsWith("Restart")
        && (codes.get("operator").text().equals("NotIn") ? !named : named);
  }
}
