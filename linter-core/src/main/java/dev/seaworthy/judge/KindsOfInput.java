package dev.seaworthy.judge;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.KindTraits;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.api.catalog.LayeredCatalog;
import dev.seaworthy.api.crd.CrdCatalog;
import dev.seaworthy.project.InputSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Built-in kinds, and behind them those that the definitions of an input define. The input is searched
 * for these when the first kind is asked for that is not built in: most inputs have none.
 */
final class KindsOfInput implements ApiCatalog {

  private final ApiCatalog builtIn;
  private final ApiCatalog given;
  private final Supplier<List<InputSource>> sources;
  private volatile @Nullable ApiCatalog custom;

  /**
   * @param builtIn the kinds of the release, which no definition can change
   * @param given the kinds of the release with those that the user brought otherwise
   */
  KindsOfInput(ApiCatalog builtIn, ApiCatalog given, Supplier<List<InputSource>> sources) {
    this.builtIn = builtIn;
    this.given = given;
    this.sources = sources;
  }

  @Override
  public Release release() {
    return builtIn.release();
  }

  @Override
  public Optional<ResourceType> find(GroupVersionKind gvk) {
    return builtIn.find(gvk).isPresent() ? given.find(gvk) : custom().find(gvk);
  }

  @Override
  public Optional<KindTraits> traits(GroupKind kind) {
    return builtIn.traits(kind).isPresent() ? given.traits(kind) : custom().traits(kind);
  }

  @Override
  public List<GroupVersionKind> kinds() {
    return custom().kinds();
  }

  @Override
  public Optional<Type.Struct> type(String name) {
    return given.type(name);
  }

  private ApiCatalog custom() {
    ApiCatalog made = custom;
    return made == null ? search() : made;
  }

  private synchronized ApiCatalog search() {
    if (custom == null) {
      CrdCatalog found = CrdCatalog.of(Definitions.among(sources.get()), builtIn);
      custom = found.isEmpty() ? given : new LayeredCatalog(found, given);
    }
    return custom;
  }
}
