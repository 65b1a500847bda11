package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.List;
import java.util.Optional;

/** Webhooks and API servers of one's own that no Service, or no port of it, stands behind. */
final class WebhookServiceMissing implements RelationCheck {

  private static final GroupKind SERVICE = GroupKind.of("", "Service");
  private static final long HTTPS = 443;

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    return context.graph().referencesOf(object).stream()
        .filter(reference -> reference.kind().equals(SERVICE))
        .flatMap(reference -> check(reference, context).stream())
        .toList();
  }

  private static Optional<Finding> check(Reference reference, RelationContext context) {
    Optional<InputObject> service = context.graph().find(reference);
    return service.isEmpty()
        ? MissingTarget.check(reference, context)
        : unknownPort(reference, service.get());
  }

  private static Optional<Finding> unknownPort(Reference reference, InputObject service) {
    FieldPath holder = reference.path().parent().orElse(FieldPath.ROOT);
    Node written = reference.from().at(holder.child("port"));
    Node port = written.isPresent() ? written : Scalar.of(HTTPS);
    return ServicePortReference.isOffered(service, port)
        ? Optional.empty()
        : Optional.of(Finding.at(
                reference.from(),
                written.isPresent() ? holder.child("port") : reference.path(),
                "Service '" + service.name() + "' has no port " + port.toJson()
                    + (written.isPresent() ? "" : ", which is meant where none is written"))
            .related(service, FieldPath.of("spec", "ports"), "the ports that it has"));
  }
}
