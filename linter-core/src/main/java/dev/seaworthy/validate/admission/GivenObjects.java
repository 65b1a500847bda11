package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import java.util.List;
import java.util.Optional;

/**
 * Facts from a list of objects.
 *
 * @param objects in order of creation
 * @param complete whether a cluster with these objects holds no others
 */
public record GivenObjects(List<Resource> objects, boolean complete) implements ClusterFacts {

  public GivenObjects {
    objects = List.copyOf(objects);
  }

  @Override
  public Optional<Resource> find(GroupKind kind, String namespace, String name) {
    return list(kind, namespace).stream()
        .filter(object -> object.name().equals(name))
        .findFirst();
  }

  @Override
  public List<Resource> list(GroupKind kind, String namespace) {
    return objects.stream()
        .filter(object -> object.groupKind().equals(kind))
        .filter(object -> namespace.isEmpty() || object.namespace().equals(namespace))
        .toList();
  }

  @Override
  public boolean knowsAll(GroupKind kind) {
    return complete;
  }
}
