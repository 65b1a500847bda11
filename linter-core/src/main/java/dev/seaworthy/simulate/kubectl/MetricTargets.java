package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** What an autoscaler aims at, as a table tells it: {@code cpu: 60%/70%}. */
final class MetricTargets {

  /** So many are told. */
  private static final int MOST = 2;

  private MetricTargets() {}

  static String of(Resource autoscaler) {
    List<Node> metrics = autoscaler.at("spec", "metrics").items();
    List<Node> current = autoscaler.at("status", "currentMetrics").items();
    if (metrics.isEmpty()) {
      return Column.NONE;
    }
    List<String> told = new ArrayList<>();
    for (int i = 0; i < Math.min(MOST, metrics.size()); i++) {
      told.add(metric(metrics.get(i), current, i));
    }
    int more = metrics.size() - told.size();
    return String.join(", ", told) + (more > 0 ? " + " + more + " more..." : "");
  }

  private static String metric(Node metric, List<Node> current, int index) {
    Node resource = metric.get("resource");
    if (resource.isAbsent()) {
      return metric.get("type").text();
    }
    Node now =
        index < current.size() ? current.get(index).at("resource", "current") : metric.get("none");
    Node target = resource.get("target");
    boolean isShare = target.get("averageUtilization").isPresent();
    String wanted = isShare
        ? target.get("averageUtilization").longOr(0) + "%"
        : target.get("averageValue").text();
    String used = isShare
        ? now.get("averageUtilization").asLong().map(share -> share + "%").orElse("<unknown>")
        : now.get("averageValue").stringOr("<unknown>");
    return resource.get("name").text() + ": " + used + "/" + wanted;
  }
}
