package dev.seaworthy.validate.admission;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Facts from a list of objects. */
public final class GivenObjects implements ClusterFacts {

  /** By namespace, in order of creation; all of a kind are under the empty name. */
  private final Map<GroupKind, Map<String, Named>> kinds = new HashMap<>();

  private final boolean complete;

  /** Objects of one kind in one namespace. */
  private record Named(List<Resource> all, Map<String, Resource> byName) {

    Named() {
      this(new ArrayList<>(), new LinkedHashMap<>());
    }

    void add(Resource object) {
      all.add(object);
      byName.putIfAbsent(object.name(), object);
    }
  }

  /**
   * Facts from {@code objects}.
   *
   * @param objects in order of creation
   * @param complete whether a cluster with these objects holds no others
   */
  public GivenObjects(List<Resource> objects, boolean complete) {
    this.complete = complete;
    objects.forEach(this::add);
  }

  private void add(Resource object) {
    Map<String, Named> namespaces =
        kinds.computeIfAbsent(object.groupKind(), kind -> new HashMap<>());
    namespaces.computeIfAbsent("", all -> new Named()).add(object);
    if (!object.namespace().isEmpty()) {
      namespaces.computeIfAbsent(object.namespace(), one -> new Named()).add(object);
    }
  }

  private Optional<Named> of(GroupKind kind, String namespace) {
    Map<String, Named> namespaces = kinds.get(kind);
    return namespaces == null ? Optional.empty() : Optional.ofNullable(namespaces.get(namespace));
  }

  @Override
  public Optional<Resource> find(GroupKind kind, String namespace, String name) {
    Optional<Named> named = of(kind, namespace);
    return named.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(named.get().byName().get(name));
  }

  @Override
  public List<Resource> list(GroupKind kind, String namespace) {
    return of(kind, namespace).map(named -> List.copyOf(named.all())).orElse(List.of());
  }

  @Override
  public boolean knowsAll(GroupKind kind) {
    return complete;
  }
}
