package dev.seaworthy.api.catalog;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.KindTraits;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Kinds that a user brings, in front of those that the release has by itself. */
public final class LayeredCatalog implements ApiCatalog {

  private final ApiCatalog own;
  private final ApiCatalog below;
  private volatile @Nullable List<GroupVersionKind> kinds;

  /** Of a kind or type that both have, the one of {@code own} counts. */
  public LayeredCatalog(ApiCatalog own, ApiCatalog below) {
    this.own = own;
    this.below = below;
  }

  @Override
  public Release release() {
    return below.release();
  }

  @Override
  public Optional<ResourceType> find(GroupVersionKind gvk) {
    return own.find(gvk).or(() -> below.find(gvk));
  }

  @Override
  public Optional<KindTraits> traits(GroupKind kind) {
    return own.traits(kind).or(() -> below.traits(kind));
  }

  /** Kept: policies ask for it at each object. */
  @Override
  public List<GroupVersionKind> kinds() {
    List<GroupVersionKind> known = kinds;
    if (known == null) {
      known = Stream.concat(own.kinds().stream(), below.kinds().stream())
          .distinct()
          .sorted(Comparator.comparing(GroupVersionKind::toString))
          .toList();
      kinds = known;
    }
    return known;
  }

  @Override
  public Optional<Type.Struct> type(String name) {
    return own.type(name).or(() -> below.type(name));
  }
}
