package dev.seaworthy.graph;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What pods of an object look like: the same thing in a Pod, a Deployment and a CronJob, only in
 * another place.
 *
 * @param path the way to what has {@code metadata} and {@code spec} of a pod; the root for a Pod
 */
public record PodTemplate(InputObject owner, FieldPath path) {

  private static final Set<String> RUNS_TO_ITS_END =
      Set.of("Job", "CronJob", "ScaledJob", "AnalysisRun");

  public FieldPath specPath() {
    return path.child("spec");
  }

  public Node spec() {
    return specPath().resolve(owner.resource().root());
  }

  public Node metadata() {
    return path.child("metadata").resolve(owner.resource().root());
  }

  /** The labels that its pods carry. */
  public Map<String, String> labels() {
    return metadata().get("labels") instanceof Mapping labels ? labels.strings() : Map.of();
  }

  public Map<String, String> annotations() {
    return metadata().get("annotations") instanceof Mapping annotations
        ? annotations.strings()
        : Map.of();
  }

  /** Init containers, ordinary ones, ephemeral ones; each group in the order written. */
  public List<Container> containers() {
    List<Container> containers = new ArrayList<>();
    collect("initContainers", containers);
    collect("containers", containers);
    collect("ephemeralContainers", containers);
    return containers;
  }

  private void collect(String list, List<Container> containers) {
    List<Node> items = spec().get(list).items();
    for (int i = 0; i < items.size(); i++) {
      Node node = items.get(i);
      containers.add(
          new Container(role(list, node), node, specPath().child(list).index(i)));
    }
  }

  private static Container.Role role(String list, Node container) {
    if (!list.equals("initContainers")) {
      return Container.Role.ORDINARY;
    }
    return container.get("restartPolicy").text().equals("Always")
        ? Container.Role.SIDECAR
        : Container.Role.INIT;
  }

  /** Whether its pods are meant to run on, as those of a Job are not. */
  public boolean isLongRunning() {
    String restart = spec().get("restartPolicy").text();
    return !RUNS_TO_ITS_END.contains(owner.kind().kind())
        && !(owner.kind().kind().equals("Pod")
            && (restart.equals("Never") || restart.equals("OnFailure")));
  }
}
