package dev.seaworthy.api.structure;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.KindTraits;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers out of the structure of one release; a type is read when somebody looks into it. */
public final class StructureCatalog implements ApiCatalog {

  private final Release release;
  private final Structs structs;
  private final Map<GroupVersionKind, KindEntry> kinds;
  private final Map<GroupKind, Optional<KindTraits>> traits = new ConcurrentHashMap<>();
  private volatile @Nullable List<GroupVersionKind> sorted;

  public StructureCatalog(Release release, StructureSource source) {
    this.release = release;
    this.structs = new Structs(source);
    this.kinds = new HashMap<>(source.kinds().size() * 2);
    for (KindEntry kind : source.kinds()) {
      kinds.put(kind.gvk(), kind);
    }
  }

  @Override
  public Release release() {
    return release;
  }

  @Override
  public Optional<ResourceType> find(GroupVersionKind gvk) {
    KindEntry kind = kinds.get(gvk);
    if (kind == null) {
      return Optional.empty();
    }
    return Optional.of(new ResourceType(
        kind.gvk(),
        kind.plural(),
        kind.namespaced(),
        structs.struct(kind.type()),
        kind.byDefault(),
        kind.list()));
  }

  /** Versions of a kind differ in neither, so any of them will do. */
  @Override
  public Optional<KindTraits> traits(GroupKind kind) {
    Optional<KindTraits> known = traits.get(kind);
    if (known != null) {
      return known;
    }
    Optional<KindTraits> found = search(kind);
    if (found.isPresent()) {
      traits.put(kind, found);
    }
    return found;
  }

  private Optional<KindTraits> search(GroupKind kind) {
    // A loop, because a command that judges one small file would wait for the lambdas.
    for (GroupVersionKind gvk : kinds.keySet()) {
      if (gvk.kind().equals(kind.kind()) && gvk.group().equals(kind.group())) {
        return find(gvk).map(KindTraits::of);
      }
    }
    return Optional.empty();
  }

  @Override
  public List<GroupVersionKind> kinds() {
    List<GroupVersionKind> known = sorted;
    if (known == null) {
      known = kinds.keySet().stream()
          .sorted(Comparator.comparing(GroupVersionKind::toString))
          .toList();
      sorted = known;
    }
    return known;
  }

  @Override
  public Optional<Type.Struct> type(String name) {
    return structs.source.type(name).isPresent()
        ? Optional.of(structs.struct(name))
        : Optional.empty();
  }

  /** One struct a name, so that what was read once is read. */
  private static final class Structs implements StructFinder {

    private final StructureSource source;
    private final Map<String, LazyStruct> byName = new ConcurrentHashMap<>();

    Structs(StructureSource source) {
      this.source = source;
    }

    @Override
    public Type.Struct struct(String name) {
      LazyStruct found = byName.get(name);
      if (found != null) {
        return found;
      }
      LazyStruct made = new LazyStruct(name, source, this);
      LazyStruct before = byName.putIfAbsent(name, made);
      return before == null ? made : before;
    }
  }
}
