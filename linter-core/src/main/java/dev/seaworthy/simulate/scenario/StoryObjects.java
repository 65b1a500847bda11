package dev.seaworthy.simulate.scenario;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The objects that a story is about: those of its namespace, and those outside all namespaces. */
final class StoryObjects {

  private final ClusterView view;
  private final String namespace;
  private final Set<Target> met = new HashSet<>();

  private StoryObjects(ClusterView view, String namespace) {
    this.view = view;
    this.namespace = namespace;
  }

  /** Those of a cluster; from now on it is remembered which were there. */
  static StoryObjects of(Cluster cluster, String namespace) {
    StoryObjects objects = new StoryObjects(cluster.view(), namespace);
    cluster.view().all().forEach(objects::meet);
    cluster.onCommit(change -> objects.meet(change.latest()));
    return objects;
  }

  private void meet(Resource object) {
    if (isOfStory(object)) {
      met.add(new Target(object.kind(), object.name()));
    }
  }

  private boolean isOfStory(Resource object) {
    return object.namespace().isEmpty() || object.namespace().equals(namespace);
  }

  /** The object as it is; the namespace of the story is called {@code @}. */
  Optional<Resource> find(Target target) {
    boolean isOwnNamespace = target.kind().equals("Namespace") && target.name().equals("@");
    String name = isOwnNamespace ? namespace : target.name();
    return ofKind(target.kind()).stream().filter(o -> o.name().equals(name)).findFirst();
  }

  /** Whether it is there, or was at any time. */
  boolean wasThere(Target target) {
    return met.contains(target) || find(target).isPresent();
  }

  List<Resource> ofKind(String kind) {
    return view.all().stream()
        .filter(object -> object.kind().equals(kind))
        .filter(this::isOfStory)
        .toList();
  }

  /** The pods of the namespace, oldest first. */
  List<Resource> pods() {
    return view.list(Kinds.POD, namespace);
  }
}
