package dev.seaworthy.lint.check;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Containers that may use more than the scheduler has set aside for them. */
final class ContainerRequestsDifferFromLimits implements PodCheck {

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Container container : template.containers()) {
      for (String resource : context.texts("resources")) {
        check(template, container, resource, context).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> check(
      PodTemplate template, Container container, String resource, CheckContext context) {
    Optional<Quantity> request =
        Quantity.of(container.node().at("resources", "requests", resource));
    Optional<Quantity> limit = Quantity.of(container.node().at("resources", "limits", resource));
    boolean both = request.isPresent() && limit.isPresent();
    boolean same = both && request.get().compareTo(limit.get()) == 0;
    if (same || !both && !context.parameter("requireBoth").isTrue()) {
      return Optional.empty();
    }
    FieldPath resources = container.path().child("resources");
    String field = request.isEmpty() ? "requests" : limit.isEmpty() ? "limits" : "requests";
    return Optional.of(Finding.at(
        template.owner(),
        resources.child(field).child(resource),
        "container '" + container.name() + "' requests " + words(request) + " of " + resource
            + " and may use " + words(limit)));
  }

  private static String words(Optional<Quantity> amount) {
    return amount.map(Quantity::canonical).orElse("nobody says how much");
  }
}
