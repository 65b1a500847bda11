package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rules of a network policy that let everybody through. */
final class NetworkPolicyAllowsAll implements ObjectCheck {

  private static final Set<String> ALL_ADDRESSES = Set.of("0.0.0.0/0", "::/0");

  @Override
  public List<Finding> check(InputObject policy, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    check(policy, PolicyTypes.INGRESS, "ingress", "from", findings);
    if (context.parameter("egress").isTrue()) {
      check(policy, PolicyTypes.EGRESS, "egress", "to", findings);
    }
    return findings;
  }

  private static void check(
      InputObject policy, String direction, String section, String peers, List<Finding> findings) {
    FieldPath rules = FieldPath.of("spec", section);
    if (!PolicyTypes.isolates(policy, direction)) {
      return;
    }
    for (int i = 0; i < policy.at(rules).size(); i++) {
      Node rule = policy.at(rules.index(i));
      if (allowsAll(rule, peers)) {
        findings.add(Finding.at(policy, rules.index(i), message(rule)));
      }
    }
  }

  private static String message(Node rule) {
    return rule.get("ports").size() == 0
        ? "this rule allows everybody, so the policy keeps nobody out"
        : "this rule allows everybody, so the policy keeps nobody away from its ports";
  }

  private static boolean allowsAll(Node rule, String peers) {
    boolean unlimited = rule.get(peers).size() == 0 && rule.get("ports").size() == 0;
    return unlimited
        || rule.get(peers).items().stream().anyMatch(NetworkPolicyAllowsAll::isEverybody);
  }

  private static boolean isEverybody(Node peer) {
    Node block = peer.get("ipBlock");
    if (block.isPresent()) {
      return ALL_ADDRESSES.contains(block.get("cidr").text())
          && block.get("except").size() == 0;
    }
    return isEmptySelector(peer.get("namespaceSelector"))
        && (peer.get("podSelector").isAbsent() || isEmptySelector(peer.get("podSelector")));
  }

  private static boolean isEmptySelector(Node selector) {
    return selector.isMapping()
        && selector.get("matchLabels").size() == 0
        && selector.get("matchExpressions").size() == 0;
  }
}
