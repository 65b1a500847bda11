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

/** Amounts of a resource that are smaller or larger than a project allows. */
final class ContainerResourceOutOfRange implements PodCheck {

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    Bounds bounds = new Bounds(bound(context, "min"), bound(context, "max"));
    String resource = context.parameter("resource").text();
    List<Finding> findings = new ArrayList<>();
    for (Container container : template.containers()) {
      for (String field : fields(context.parameter("kind").text())) {
        FieldPath place = container.path().child("resources").child(field).child(resource);
        Quantity.of(template.owner().at(place))
            .flatMap(bounds::objection)
            .ifPresent(words ->
                findings.add(Finding.at(template.owner(), place, resource + " is " + words)));
      }
    }
    return findings;
  }

  private static List<String> fields(String kind) {
    return switch (kind) {
      case "request" -> List.of("requests");
      case "limit" -> List.of("limits");
      default -> List.of("requests", "limits");
    };
  }

  private static Optional<Quantity> bound(CheckContext context, String parameter) {
    return Quantity.of(context.parameter(parameter));
  }

  private record Bounds(Optional<Quantity> min, Optional<Quantity> max) {

    Optional<String> objection(Quantity amount) {
      if (min.filter(least -> amount.compareTo(least) < 0).isPresent()) {
        return Optional.of(
            amount.canonical() + ", must be at least " + min.get().canonical());
      }
      return max.filter(most -> amount.compareTo(most) > 0)
          .map(most -> amount.canonical() + ", must be at most " + most.canonical());
    }
  }
}
