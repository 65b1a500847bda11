package dev.seaworthy.simulate.server;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The few defaults without which controllers can't work. Idempotent, so that it does no harm before
 * or after full defaulting.
 */
public final class EssentialDefaults implements Admission {

  private static final List<GroupKind> SCALED = List.of(
      Kinds.DEPLOYMENT, Kinds.REPLICA_SET, Kinds.STATEFUL_SET, Kinds.REPLICATION_CONTROLLER);

  private static final Map<String, Node> ROLLING =
      Map.of("maxSurge", Scalar.of("25%"), "maxUnavailable", Scalar.of("25%"));

  @Override
  public Answer judge(Resource object, Optional<Resource> previous, ClusterView view) {
    Resource result = object;
    if (SCALED.contains(object.groupKind())) {
      result = orElse(result, Scalar.of(1), "spec", "replicas");
    }
    if (object.groupKind().equals(Kinds.DEPLOYMENT)) {
      result = deployment(result);
    }
    if (object.groupKind().equals(Kinds.REPLICATION_CONTROLLER)) {
      result = replicationController(result);
    }
    if (object.groupKind().equals(Kinds.POD)) {
      result = podSpec(result, "spec");
    } else if (result.at("spec", "template", "spec").isMapping()) {
      result = podSpec(result, "spec", "template", "spec");
    }
    return Answer.ok(result);
  }

  private static Resource deployment(Resource object) {
    Resource result = orElse(object, Scalar.of(10), "spec", "revisionHistoryLimit");
    result = orElse(result, Scalar.of(600), "spec", "progressDeadlineSeconds");
    result = orElse(result, Scalar.of("RollingUpdate"), "spec", "strategy", "type");
    if (result.at("spec", "strategy", "type").text().equals("RollingUpdate")) {
      for (Map.Entry<String, Node> part : ROLLING.entrySet()) {
        result =
            orElse(result, part.getValue(), "spec", "strategy", "rollingUpdate", part.getKey());
      }
    }
    return result;
  }

  private static Resource replicationController(Resource object) {
    Node labels = object.at("spec", "template", "metadata", "labels");
    return labels.isAbsent() ? object : orElse(object, labels, "spec", "selector");
  }

  private static Resource podSpec(Resource object, String... path) {
    Resource result = orElse(object, Scalar.of("Always"), plus(path, "restartPolicy"));
    result = orElse(result, Scalar.of("default-scheduler"), plus(path, "schedulerName"));
    result = orElse(result, Scalar.of(30), plus(path, "terminationGracePeriodSeconds"));
    List<Node> containers = new ArrayList<>();
    for (Node container : result.at(plus(path, "containers")).items()) {
      containers.add(requestingItsLimits(container));
    }
    return containers.isEmpty()
        ? result
        : result.withAt(Sequence.of(containers), plus(path, "containers"));
  }

  /** What a container is limited to and does not request, it requests. */
  private static Node requestingItsLimits(Node container) {
    Node limits = container.at("resources", "limits");
    if (!(container instanceof Mapping mapping) || limits.size() == 0) {
      return container;
    }
    Mapping result = mapping;
    for (Mapping.Entry limit : limits.entries()) {
      if (container.at("resources", "requests", limit.key()).isAbsent()) {
        result = result.withAt(List.of("resources", "requests", limit.key()), limit.value());
      }
    }
    return result;
  }

  private static Resource orElse(Resource object, Node value, String... path) {
    return object.at(path).isAbsent() ? object.withAt(value, path) : object;
  }

  private static String[] plus(String[] path, String last) {
    String[] longer = java.util.Arrays.copyOf(path, path.length + 1);
    longer[path.length] = last;
    return longer;
  }
}
