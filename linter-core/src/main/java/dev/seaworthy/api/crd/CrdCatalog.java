package dev.seaworthy.api.crd;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.KindTraits;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Node;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of CustomResourceDefinitions. Of a kind that two define the first definition counts. */
public final class CrdCatalog implements ApiCatalog {

  private static final String META = "meta/v1.ObjectMeta";

  private final Release release;
  private final Map<GroupVersionKind, ResourceType> types = new LinkedHashMap<>();

  private CrdCatalog(ApiCatalog builtIn) {
    this.release = builtIn.release();
  }

  /** The kinds of {@code definitions}; what every object has is as in {@code builtIn}. */
  public static CrdCatalog of(Collection<? extends Node> definitions, ApiCatalog builtIn) {
    CrdCatalog catalog = new CrdCatalog(builtIn);
    if (!definitions.isEmpty()) {
      Type.Struct meta = builtIn
          .type(META)
          .orElseThrow(() -> new IllegalStateException("the release has no " + META));
      definitions.forEach(
          definition -> Definition.kinds(definition).forEach(kind -> catalog.add(kind, meta)));
    }
    return catalog;
  }

  private void add(CustomKind kind, Type.Struct meta) {
    types.putIfAbsent(
        kind.gvk(),
        new ResourceType(
            kind.gvk(),
            kind.plural(),
            kind.namespaced(),
            CustomStruct.of(kind, meta),
            kind.served(),
            false));
  }

  /** These kinds but for those that {@code builtIn} has: a definition cannot change them. */
  public CrdCatalog without(ApiCatalog builtIn) {
    types.keySet().removeIf(gvk -> builtIn.find(gvk).isPresent());
    return this;
  }

  public boolean isEmpty() {
    return types.isEmpty();
  }

  @Override
  public Release release() {
    return release;
  }

  @Override
  public Optional<ResourceType> find(GroupVersionKind gvk) {
    return Optional.ofNullable(types.get(gvk));
  }

  @Override
  public Optional<KindTraits> traits(GroupKind kind) {
    return types.values().stream()
        .filter(type -> type.gvk().groupKind().equals(kind))
        .findFirst()
        .map(KindTraits::of);
  }

  @Override
  public List<GroupVersionKind> kinds() {
    return types.keySet().stream()
        .sorted(Comparator.comparing(GroupVersionKind::toString))
        .toList();
  }

  /** The types of custom kinds have no names that others refer to. */
  @Override
  public Optional<Type.Struct> type(String name) {
    return Optional.empty();
  }
}
