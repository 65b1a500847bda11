package dev.seaworthy.api;

import java.util.List;
import java.util.Optional;

/**
 * The kinds of one release. Types load by kind, when they are asked for. Custom kinds join by
 * another implementation that asks this one first.
 */
public interface ApiCatalog {

  Release release();

  /** The kind, if the release serves it by default or, as alpha and new beta kinds, can serve it. */
  Optional<ResourceType> find(GroupVersionKind gvk);

  /** What holds of a kind in all of its versions; empty if the catalogue has none of them. */
  Optional<KindTraits> traits(GroupKind kind);

  /** Every kind of the release, in alphabetical order, for "did you mean". */
  List<GroupVersionKind> kinds();

  /** The struct of that name, {@code core/v1.Container}, if a kind of the release uses it. */
  Optional<Type.Struct> type(String name);
}
