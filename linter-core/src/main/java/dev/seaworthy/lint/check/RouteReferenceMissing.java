package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What routes and gateways name and is not there, has no such part, or is not theirs to name. */
final class RouteReferenceMissing implements RelationCheck {

  private static final String GROUP = "gateway.networking.k8s.io";
  private static final GroupKind SERVICE = GroupKind.of("", "Service");
  private static final GroupKind GATEWAY = GroupKind.of(GROUP, "Gateway");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Reference reference : context.graph().referencesOf(object)) {
      check(reference, context).ifPresent(findings::add);
    }
    return findings;
  }

  private static Optional<Finding> check(Reference reference, RelationContext context) {
    Optional<InputObject> target = context.graph().find(reference);
    if (target.isEmpty()) {
      boolean isClass = reference.kind().kind().equals("GatewayClass");
      return MissingTarget.check(reference, context)
          .map(finding -> isClass ? finding.withSeverity(Severity.INFO) : finding);
    }
    Node holder = reference.from().at(holder(reference));
    if (reference.kind().equals(GATEWAY)) {
      return unknownListener(reference, holder, target.get());
    }
    return notGranted(reference, context.graph())
        .or(() -> unknownPort(reference, holder, target.get()));
  }

  private static FieldPath holder(Reference reference) {
    return reference.path().parent().orElse(FieldPath.ROOT);
  }

  private static Optional<Finding> unknownListener(
      Reference reference, Node holder, InputObject gateway) {
    String section = holder.get("sectionName").text();
    List<Node> listeners = gateway.at(FieldPath.of("spec", "listeners")).items();
    boolean known = section.isEmpty()
        || listeners.stream().anyMatch(listener -> listener.get("name").text().equals(section));
    return known
        ? Optional.empty()
        : Optional.of(Finding.at(
                reference.from(),
                holder(reference).child("sectionName"),
                "Gateway '" + gateway.name() + "' has no listener '" + section + "'")
            .related(gateway, FieldPath.of("spec", "listeners"), "the listeners that it has"));
  }

  private static Optional<Finding> unknownPort(
      Reference reference, Node holder, InputObject service) {
    Node port = holder.get("port");
    boolean known = !reference.kind().equals(SERVICE)
        || port.isAbsent()
        || service.resource().at("spec", "type").text().equals("ExternalName")
        || ServicePortReference.isOffered(service, port);
    return known
        ? Optional.empty()
        : Optional.of(Finding.at(
                reference.from(),
                holder(reference).child("port"),
                "Service '" + service.name() + "' has no port " + port.toJson())
            .related(service, FieldPath.of("spec", "ports"), "the ports that it has"));
  }

  private static Optional<Finding> notGranted(Reference reference, ResourceGraph graph) {
    String own = graph.namespaceOf(reference.from());
    boolean foreign = reference.namespaceWritten() && !reference.namespace().equals(own);
    return !foreign || ReferenceGrants.allow(reference, graph)
        ? Optional.empty()
        : Optional.of(Finding.at(
            reference.from(),
            holder(reference).child("namespace"),
            "no ReferenceGrant in " + reference.namespace() + " lets a "
                + reference.from().kind().kind() + " of "
                + (own.isEmpty() ? "another namespace" : own) + " name this "
                + reference.kind().kind()));
  }
}
