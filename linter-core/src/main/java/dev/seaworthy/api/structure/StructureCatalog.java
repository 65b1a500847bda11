package dev.seaworthy.api.structure;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Answers out of the structure of one release; a type is read when somebody looks into it. */
public final class StructureCatalog implements ApiCatalog {

  private final Release release;
  private final StructureSource source;
  private final Map<GroupVersionKind, ResourceType> kinds = new HashMap<>();
  private final Map<TypeName, Type.Struct> types = new ConcurrentHashMap<>();

  public StructureCatalog(Release release, StructureSource source) {
    this.release = release;
    this.source = source;
    for (KindEntry kind : source.kinds()) {
      kinds.put(kind.gvk(), resourceType(kind));
    }
  }

  private ResourceType resourceType(KindEntry kind) {
    return new ResourceType(
        kind.gvk(),
        kind.plural(),
        kind.namespaced(),
        struct(kind.type()),
        kind.byDefault(),
        kind.list());
  }

  @Override
  public Release release() {
    return release;
  }

  @Override
  public Optional<ResourceType> find(GroupVersionKind gvk) {
    return Optional.ofNullable(kinds.get(gvk));
  }

  @Override
  public List<GroupVersionKind> kinds() {
    return kinds.keySet().stream()
        .sorted(Comparator.comparing(GroupVersionKind::toString))
        .toList();
  }

  @Override
  public Optional<Type.Struct> type(String name) {
    return source.type(name).map(entry -> struct(entry.name()));
  }

  private Type.Struct struct(TypeName name) {
    return types.computeIfAbsent(
        name, n -> new LazyStruct(n.toString(), () -> entry(n), this::struct));
  }

  private TypeEntry entry(TypeName name) {
    return source
        .type(name.toString())
        .orElseThrow(
            () -> new IllegalStateException("Release " + release + " has no type " + name));
  }
}
