package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Accounts that a binding gives a role to, and that are not there. */
final class RbacSubjectMissing implements RelationCheck {

  private static final GroupKind ACCOUNT = GroupKind.of("", "ServiceAccount");

  @Override
  public List<Finding> check(InputObject binding, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Reference subject : context.graph().referencesOf(binding)) {
      boolean asked = subject.kind().equals(ACCOUNT)
          && !subject.name().equals("default")
          && !subject.namespace().equals("kube-system");
      if (asked) {
        check(subject, context).ifPresent(findings::add);
      }
    }
    return findings;
  }

  /** In a namespace that the input does not have, only a misspelt one is told of. */
  private static Optional<Finding> check(Reference subject, RelationContext context) {
    Set<String> namespaces = context.graph().namespaces();
    String namespace = subject.namespace();
    if (context.world().isClosed() || namespace.isEmpty() || namespaces.contains(namespace)) {
      return context.graph().hasAny(ACCOUNT, namespace) || context.world().isClosed()
          ? MissingTarget.check(subject, context)
          : Optional.empty();
    }
    return NearestName.to(namespace, namespaces)
        .filter(near -> context.world().isAbsent(subject.target())
            && !context
                .graph()
                .findAnywhere(new ObjectKey(ACCOUNT, near, subject.name()))
                .isEmpty())
        .map(near -> Finding.at(
            subject.from(),
            subject.path().parent().orElse(subject.path()).child("namespace"),
            "there is no namespace '" + namespace + "'; ServiceAccount " + subject.name()
                + " is in '" + near + "'"));
  }
}
