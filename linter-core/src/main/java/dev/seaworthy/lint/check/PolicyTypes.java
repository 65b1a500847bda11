package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;

/** For which directions a NetworkPolicy isolates the pods that it selects. */
final class PolicyTypes {

  static final String INGRESS = "Ingress";
  static final String EGRESS = "Egress";

  private static final FieldPath TYPES = FieldPath.of("spec", "policyTypes");

  private PolicyTypes() {}

  /** Where types are not written it is ingress, and egress where the policy has such a section. */
  static boolean isolates(InputObject policy, String direction) {
    Node types = policy.at(TYPES);
    if (types.size() > 0) {
      return types.items().stream().anyMatch(type -> type.text().equals(direction));
    }
    return direction.equals(INGRESS)
        || policy.at(FieldPath.of("spec", "egress")).isSequence();
  }
}
