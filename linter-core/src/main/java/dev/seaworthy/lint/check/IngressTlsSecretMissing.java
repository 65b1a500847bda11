package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import java.util.List;

/** Certificates of an Ingress that nothing in the input provides. */
final class IngressTlsSecretMissing implements RelationCheck {

  private static final GroupKind SECRET = GroupKind.of("", "Secret");

  /** By this the maker of certificates uses the issuer that it is set up with. */
  private static final String ACME = "kubernetes.io/tls-acme";

  @Override
  public List<Finding> check(InputObject ingress, RelationContext context) {
    boolean issued = context.parameter("assumeIssuer").isTrue()
        && "true".equals(ingress.resource().annotations().get(ACME));
    return context.graph().referencesOf(ingress).stream()
        .filter(reference -> reference.kind().equals(SECRET) && !issued)
        .filter(reference -> context.world().isAbsent(reference.target()))
        .map(reference -> Finding.at(
            ingress,
            reference.path(),
            "nothing in the input provides the Secret '" + reference.name() + "'"))
        .toList();
  }
}
