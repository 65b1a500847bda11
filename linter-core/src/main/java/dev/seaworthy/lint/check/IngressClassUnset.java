package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;

/** Ingresses that leave it to the cluster which controller serves them. */
final class IngressClassUnset implements RelationCheck {

  private static final GroupKind CLASS = GroupKind.of("networking.k8s.io", "IngressClass");
  private static final String OLD = "kubernetes.io/ingress.class";
  private static final String DEFAULT = "ingressclass.kubernetes.io/is-default-class";

  @Override
  public List<Finding> check(InputObject ingress, RelationContext context) {
    boolean set = !ingress.resource().at("spec", "ingressClassName").text().isEmpty()
        || ingress.resource().annotations().containsKey(OLD);
    boolean byDefault = context.graph().ofKindAnywhere(CLASS).stream()
        .anyMatch(one -> "true".equals(one.resource().annotations().get(DEFAULT)));
    return set || byDefault
        ? List.of()
        : List.of(Finding.at(
            ingress,
            FieldPath.of("spec"),
            "no class is named, so every controller may serve this, or none"));
  }
}
