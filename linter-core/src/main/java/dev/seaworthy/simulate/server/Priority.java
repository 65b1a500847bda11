package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/** The admission plug-in Priority: a new pod gets the value of its class, or of the default class. */
public final class Priority implements Admission {

  private static final Map<String, Long> BUILT_IN =
      Map.of("system-node-critical", 2000001000L, "system-cluster-critical", 2000000000L);

  @Override
  public Answer judge(Resource object, Optional<Resource> previous, ClusterView view) {
    if (!object.groupKind().equals(Kinds.POD) || previous.isPresent()) {
      return Answer.ok(object);
    }
    String name = object.at("spec", "priorityClassName").text();
    if (BUILT_IN.containsKey(name)) {
      return Answer.ok(object.with("spec.priority", Scalar.of(BUILT_IN.get(name))));
    }
    Optional<Resource> found =
        name.isEmpty() ? usual(view) : view.get(Kinds.PRIORITY_CLASS, "", name);
    if (found.isEmpty() && !name.isEmpty()) {
      return Answer.refused(
          403,
          "Forbidden",
          "pods \""
              + object.at("metadata", "generateName").stringOr(object.name())
              + "\" is forbidden: no PriorityClass with name "
              + name
              + " was found");
    }
    return Answer.ok(found.map(it -> with(object, it)).orElse(object));
  }

  /** The class for pods that name none: of several the one with the lowest value. */
  private static Optional<Resource> usual(ClusterView view) {
    return view.list(Kinds.PRIORITY_CLASS).stream()
        .filter(it -> it.at("globalDefault").isTrue())
        .min(Comparator.comparingLong(it -> it.at("value").longOr(0)));
  }

  private static Resource with(Resource pod, Resource priorityClass) {
    Node policy = priorityClass.at("preemptionPolicy");
    Resource ranked = pod.with("spec.priorityClassName", Scalar.of(priorityClass.name()))
        .with("spec.priority", Scalar.of(priorityClass.at("value").longOr(0)));
    return policy.isAbsent() ? ranked : ranked.with("spec.preemptionPolicy", policy);
  }
}
