package dev.seaworthy.lint.source;

import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.NearestName;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether there can be the kinds that a rule names: one of a misspelt kind would never run. Groups of
 * custom kinds are domains that Kubernetes does not use itself; of these any kind may be defined
 * somewhere, with the input or beside it.
 */
public final class KindNames {

  /** Names with fewer letters are near too many others. */
  private static final int SHORT = 5;

  private KindNames() {}

  /** What is wrong with {@code kind}; empty if there is such a kind, or may be. */
  static Optional<String> objection(GroupKind kind) {
    return objection(kind, "a custom kind is written with its group, as example.com/Thing");
  }

  /** The same of a kind whose group is written beside it. */
  public static Optional<String> objectionBesideGroup(GroupKind kind) {
    return objection(kind, "a custom kind needs its group, too");
  }

  /**
   * What {@code kind}, of whatever group, is probably a slip for; empty if there is a kind of that name.
   * Of short names nobody can tell.
   */
  public static Optional<String> meantBy(String kind) {
    Set<String> names = new LinkedHashSet<>();
    ofAllReleases().forEach(known -> names.add(known.kind()));
    return kind.length() < SHORT || names.contains(kind)
        ? Optional.empty()
        : NearestName.to(kind, names).filter(near -> NearestName.isOneSlip(kind, near));
  }

  private static Optional<String> objection(GroupKind kind, String otherwise) {
    if (KnownKinds.isBuiltIn(kind)) {
      return Optional.empty();
    }
    Set<GroupKind> all = ofAllReleases();
    boolean isCustom = kind.group().indexOf('.') > 0
        && all.stream().noneMatch(known -> known.group().equals(kind.group()));
    if (isCustom || all.contains(kind)) {
      return Optional.empty();
    }
    String hint =
        meant(kind, all).map(near -> "did you mean '" + written(near) + "'?").orElse(otherwise);
    return Optional.of("there is no kind '" + written(kind) + "'; " + hint);
  }

  /** The newest release first; with what was served before the oldest one. */
  private static Set<GroupKind> ofAllReleases() {
    Set<GroupKind> all = new LinkedHashSet<>();
    for (int i = Release.supported().size() - 1; i >= 0; i--) {
      BuiltInCatalog.of(Release.supported().get(i)).kinds().stream()
          .map(GroupVersionKind::groupKind)
          .forEach(all::add);
    }
    ApiLifecycle.builtIn().entries().forEach(entry -> all.add(entry.gvk().groupKind()));
    return all;
  }

  private static Optional<GroupKind> meant(GroupKind kind, Set<GroupKind> all) {
    Set<String> names = new LinkedHashSet<>();
    all.forEach(known -> names.add(known.kind()));
    Optional<String> name =
        names.contains(kind.kind()) ? Optional.of(kind.kind()) : NearestName.to(kind.kind(), names);
    return name.flatMap(near -> all.stream()
        .filter(known -> known.kind().equals(near))
        .min(Comparator.comparing(known -> !known.group().equals(kind.group()))));
  }

  private static String written(GroupKind kind) {
    return kind.group().isEmpty() ? kind.kind() : kind.group() + "/" + kind.kind();
  }
}
