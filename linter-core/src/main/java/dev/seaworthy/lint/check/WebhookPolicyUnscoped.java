package dev.seaworthy.lint.check;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.graph.Customization;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Webhooks without which no pod can start, not even those that the cluster or they themselves need. */
final class WebhookPolicyUnscoped implements ObjectCheck {

  private static final FieldPath WEBHOOKS = FieldPath.of("webhooks");
  private static final String NAME = "kubernetes.io/metadata.name";
  private static final Set<String> PODS = Set.of("pods", "pods/*", "*", "*/*");

  /** What keeps a webhook away from pods, or lets these start without it. */
  private static final List<String> SCOPES =
      List.of("namespaceSelector", "objectSelector", "matchConditions", "failurePolicy");

  @Override
  public List<Finding> check(InputObject configuration, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    if (isScopedLater(configuration)) {
      return findings;
    }
    for (int i = 0; i < configuration.at(WEBHOOKS).size(); i++) {
      Node webhook = configuration.at(WEBHOOKS.index(i));
      if (fails(webhook) && isAskedOfPods(webhook) && !isScoped(webhook)) {
        findings.add(Finding.at(
            configuration,
            WEBHOOKS.index(i).child("name"),
            "while this webhook does not answer, no pod can start, not in kube-system either"));
      }
    }
    return findings;
  }

  /** Whether kustomizations write a scope; of which webhooks, only what is built tells. */
  private static boolean isScopedLater(InputObject configuration) {
    Customization changes = configuration.placement().customization();
    return SCOPES.stream().anyMatch(scope -> changes.patches(WEBHOOKS.child(scope)));
  }

  private static boolean fails(Node webhook) {
    return webhook.get("failurePolicy").stringOr("Fail").equals("Fail");
  }

  private static boolean isAskedOfPods(Node webhook) {
    return webhook.get("rules").items().stream()
        .anyMatch(rule -> holdsAny(rule.get("apiGroups"), Set.of("", "*"))
            && holdsAny(rule.get("resources"), PODS)
            && holdsAny(rule.get("operations"), Set.of("CREATE", "*")));
  }

  private static boolean holdsAny(Node list, Set<String> wanted) {
    return list.items().stream().anyMatch(item -> wanted.contains(item.text()));
  }

  private static boolean isScoped(Node webhook) {
    String own = webhook.at("clientConfig", "service", "namespace").text();
    LabelSelector objects = LabelSelector.of(webhook.get("objectSelector"));
    LabelSelector namespaces = LabelSelector.of(webhook.get("namespaceSelector"));
    return webhook.get("matchConditions").size() > 0
        || !(objects.isAbsent() || objects.isEmpty())
        || keepsOut(namespaces, "kube-system")
        || (!own.isEmpty() && keepsOut(namespaces, own));
  }

  /** A condition on a label that only the cluster's namespaces may have, or lack, is meant for that. */
  private static boolean keepsOut(LabelSelector namespaces, String name) {
    if (namespaces.isAbsent() || namespaces.isEmpty()) {
      return false;
    }
    boolean byOtherLabels = !namespaces.without(NAME::equals).isEmpty();
    return byOtherLabels || !namespaces.matches(Map.of(NAME, name));
  }
}
