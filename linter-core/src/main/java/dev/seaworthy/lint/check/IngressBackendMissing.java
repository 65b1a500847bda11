package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Backends of an Ingress that no Service, or no port of it, stands behind. */
final class IngressBackendMissing implements RelationCheck {

  private static final GroupKind SERVICE = GroupKind.of("", "Service");

  @Override
  public List<Finding> check(InputObject ingress, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Reference backend : context.graph().referencesOf(ingress)) {
      if (backend.kind().equals(SERVICE) && !isSpecial(backend)) {
        check(backend, context).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static boolean isSpecial(Reference backend) {
    return IngressActions.isOne(backend.from(), backendOf(backend));
  }

  /** The mapping under {@code backend} that names the Service. */
  private static Node backendOf(Reference reference) {
    FieldPath holder = reference.path().parent().orElse(FieldPath.ROOT);
    boolean isService = holder.lastStep().equals("service");
    return reference.from().at(isService ? holder.parent().orElse(holder) : holder);
  }

  private static Optional<Finding> check(Reference backend, RelationContext context) {
    Optional<InputObject> service = context.graph().find(backend);
    if (service.isEmpty()) {
      return MissingTarget.check(backend, context);
    }
    boolean external = service.get().resource().at("spec", "type").text().equals("ExternalName");
    return external ? Optional.empty() : unknownPort(backend, service.get());
  }

  private static Node portOf(Reference backend) {
    return backend.from().at(placeOfPort(backend));
  }

  /** Where the name, or else the number, of the port stands. */
  private static FieldPath placeOfPort(Reference backend) {
    FieldPath holder = backend.path().parent().orElse(FieldPath.ROOT);
    if (backend.path().lastStep().equals("serviceName")) {
      return holder.child("servicePort");
    }
    FieldPath name = holder.child("port").child("name");
    return backend.from().at(name).isPresent() ? name : holder.child("port").child("number");
  }

  private static Optional<Finding> unknownPort(Reference backend, InputObject service) {
    Node wanted = portOf(backend);
    if (wanted.isAbsent() || ServicePortReference.isOffered(service, wanted)) {
      return Optional.empty();
    }
    return Optional.of(Finding.at(
            backend.from(),
            placeOfPort(backend),
            "Service '" + service.name() + "' has no port "
                + (wanted.isString() ? wanted.text() : wanted.toJson()))
        .withSeverity(Severity.ERROR)
        .related(service, FieldPath.of("spec", "ports"), "the ports that it has"));
  }
}
