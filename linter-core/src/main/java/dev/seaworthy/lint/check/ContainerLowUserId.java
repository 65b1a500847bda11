package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Containers with the number of a user or group that the node may have, too. */
final class ContainerLowUserId implements PodCheck {

  private static final List<String> FIELDS = List.of("runAsUser", "runAsGroup");

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    Set<FieldPath> told = new HashSet<>();
    for (Container container : template.containers()) {
      culprit(template, container, context)
          .filter(told::add)
          .ifPresent(place -> findings.add(finding(template, place, context)));
    }
    return findings;
  }

  private static Optional<FieldPath> culprit(
      PodTemplate template, Container container, CheckContext context) {
    return FIELDS.stream()
        .map(field -> SecurityContexts.deciding(template, container, field))
        .filter(place -> isLow(template.owner().at(place), context))
        .findFirst();
  }

  private static boolean isLow(Node id, CheckContext context) {
    if (id.isAbsent()) {
      return context.parameter("requireSet").isTrue();
    }
    long number = id.longOr(0);
    return number > 0 && number < context.parameter("min").longOr(0);
  }

  private static Finding finding(PodTemplate template, FieldPath place, CheckContext context) {
    Node id = template.owner().at(place);
    String least = context.parameter("min").toJson();
    return Finding.at(
        template.owner(),
        place,
        place.lastStep()
            + (id.isAbsent() ? " is not set" : " is " + id.toJson())
            + ", must be at least " + least + " so that it is nobody on the node");
  }
}
