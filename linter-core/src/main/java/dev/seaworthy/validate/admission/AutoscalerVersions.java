package dev.seaworthy.validate.admission;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * A HorizontalPodAutoscaler in another version. Version 1 has one field for the load of processors; all
 * other metrics it keeps in annotations, which are left out here.
 */
final class AutoscalerVersions {

  private static final String PERCENTAGE = "targetCPUUtilizationPercentage";

  private AutoscalerVersions() {}

  static Mapping converted(Mapping autoscaler, String version) {
    Mapping spec = autoscaler.get("spec") instanceof Mapping given ? given : Mapping.EMPTY;
    return autoscaler.with("spec", version.equals("v1") ? toFirst(spec) : toSecond(spec));
  }

  private static Mapping toFirst(Mapping spec) {
    Node percentage = Absent.INSTANCE;
    for (Node metric : spec.get("metrics").items()) {
      if (metric.at("resource", "name").text().equals("cpu")) {
        Node average = metric.at("resource", "target", "averageUtilization");
        percentage = average.isPresent() ? average : percentage;
      }
    }
    Mapping rest = spec.without("metrics").without("behavior");
    return percentage.isPresent() ? rest.with(PERCENTAGE, percentage) : rest;
  }

  private static Mapping toSecond(Mapping spec) {
    Node percentage = spec.get(PERCENTAGE);
    if (percentage.isAbsent()) {
      return spec;
    }
    Mapping target =
        Mapping.EMPTY.with("type", Scalar.of("Utilization")).with("averageUtilization", percentage);
    Mapping resource = Mapping.EMPTY.with("name", Scalar.of("cpu")).with("target", target);
    List<Node> metrics = new ArrayList<>(spec.get("metrics").items());
    metrics.add(Mapping.EMPTY.with("type", Scalar.of("Resource")).with("resource", resource));
    return spec.without(PERCENTAGE).with("metrics", Sequence.of(metrics));
  }
}
