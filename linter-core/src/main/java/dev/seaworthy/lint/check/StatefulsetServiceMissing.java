package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodSelectors;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;

/** StatefulSets whose Service, which gives their pods names, is missing or another one. */
final class StatefulsetServiceMissing implements RelationCheck {

  private static final GroupKind SERVICE = GroupKind.of("", "Service");
  private static final FieldPath SERVICE_NAME = FieldPath.of("spec", "serviceName");

  @Override
  public List<Finding> check(InputObject set, RelationContext context) {
    Optional<Reference> named = context.graph().referencesOf(set).stream()
        .filter(reference -> reference.kind().equals(SERVICE)
            && reference.path().equals(SERVICE_NAME)
            && !reference.name().isEmpty())
        .findFirst();
    return named.map(reference -> check(set, reference, context)).orElse(List.of());
  }

  private static List<Finding> check(
      InputObject set, Reference reference, RelationContext context) {
    Optional<InputObject> service = context.graph().find(reference);
    return service
        .map(found -> fitting(set, found))
        .orElseGet(() -> MissingTarget.check(reference, context).map(List::of).orElse(List.of()));
  }

  private static List<Finding> fitting(InputObject set, InputObject service) {
    LabelSelector selector = PodSelectors.of(service).orElse(LabelSelector.NOTHING);
    FieldPath at = FieldPath.of("spec", "selector");
    if (set.template().filter(pods -> !selector.matches(pods.labels())).isPresent()) {
      return List.of(
          Finding.at(set, SERVICE_NAME, "Service " + service.name() + " does not select these pods")
              .related(service, at, "selects others"));
    }
    return service.resource().at("spec", "clusterIP").text().equals("None")
        ? List.of()
        : List.of(Finding.at(
                set,
                SERVICE_NAME,
                "Service " + service.name()
                    + " is not headless: the pods get no names of their own")
            .withSeverity(Severity.INFO)
            .related(service, FieldPath.of("spec", "clusterIP"), "should be None"));
  }
}
