package dev.seaworthy.api.catalog;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.Csv;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.KindTraits;
import dev.seaworthy.api.PodTemplatePlace;
import dev.seaworthy.manifest.FieldPath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is known of a kind by its group and name, whatever the version that a manifest writes. The
 * catalogue's types are asked first; then those of the newest release, because a manifest may be
 * ahead of the release; then the table of kinds that many people use and nobody has given a type of.
 */
public final class KnownKinds {

  private static final KindTraits UNKNOWN = new KindTraits(true, Optional.empty());

  private final ApiCatalog catalog;
  private final ApiLifecycle lifecycle;
  private final Map<GroupKind, GroupKind> canonical = new ConcurrentHashMap<>();
  private final Map<GroupKind, KindTraits> traits = new ConcurrentHashMap<>();

  private KnownKinds(
      ApiCatalog catalog, ApiLifecycle lifecycle, Map<GroupKind, PodTemplatePlace> told) {
    this.catalog = catalog;
    this.lifecycle = lifecycle;
    told.forEach((kind, place) ->
        traits.put(kind, new KindTraits(traits(kind).namespaced(), Optional.of(place))));
  }

  public static KnownKinds of(ApiCatalog catalog, ApiLifecycle lifecycle) {
    return of(catalog, lifecycle, Map.of());
  }

  /** The same, where somebody has told where objects of some kinds hold what pods are made of. */
  public static KnownKinds of(
      ApiCatalog catalog, ApiLifecycle lifecycle, Map<GroupKind, PodTemplatePlace> told) {
    return new KnownKinds(catalog, lifecycle, told);
  }

  /** What is known without a catalogue of the user's own: the kinds of the newest release. */
  public static KnownKinds builtIn() {
    return BuiltIn.KINDS;
  }

  /** Whether the newest release has the kind by itself. */
  public static boolean isBuiltIn(GroupKind kind) {
    return BuiltInCatalog.newest().traits(kind).isPresent();
  }

  /** The custom kinds of well-known projects, of which something is known here without a definition. */
  public static Set<GroupKind> ofProjects() {
    return Collections.unmodifiableSet(WellKnown.TABLE.keySet());
  }

  /** The group under which the kind lives today, whichever group the manifest writes. */
  public GroupKind canonical(GroupKind kind) {
    GroupKind known = canonical.get(kind);
    if (known == null) {
      known = lifecycle.current(kind);
      canonical.put(kind, known);
    }
    return known;
  }

  /** What holds of the kind; one that nobody knows is taken to live in namespaces. */
  public KindTraits traits(GroupKind kind) {
    KindTraits known = traits.get(kind);
    if (known == null) {
      known = catalog.traits(kind).or(() -> elsewhere(kind)).orElse(UNKNOWN);
      traits.put(kind, known);
    }
    return known;
  }

  /** Whether objects of the kind hold what pods are made of. */
  public boolean makesPods(GroupKind kind) {
    return traits(canonical(kind)).podTemplate().isPresent();
  }

  private static Optional<KindTraits> elsewhere(GroupKind kind) {
    return BuiltInCatalog.newest()
        .traits(kind)
        .or(() -> Optional.ofNullable(WellKnown.TABLE.get(kind)));
  }

  /** Made when it is first asked for. */
  private static final class BuiltIn {
    private static final KnownKinds KINDS = of(BuiltInCatalog.newest(), ApiLifecycle.builtIn());
  }

  /** Read when somebody asks for a kind that no catalogue has. */
  private static final class WellKnown {

    private static final Map<GroupKind, KindTraits> TABLE = table();

    private static Map<GroupKind, KindTraits> table() {
      try (InputStream in = KnownKinds.class.getResourceAsStream("custom-kinds.csv")) {
        byte[] bytes = Objects.requireNonNull(in, "custom-kinds.csv").readAllBytes();
        List<List<String>> rows = Csv.rows(new String(bytes, StandardCharsets.UTF_8));
        Map<GroupKind, KindTraits> table = new HashMap<>();
        rows.subList(1, rows.size())
            .forEach(row -> table.put(GroupKind.of(row.get(0), row.get(1)), traits(row)));
        return table;
      } catch (IOException damaged) {
        throw new UncheckedIOException(damaged);
      }
    }

    private static KindTraits traits(List<String> row) {
      Optional<PodTemplatePlace> place = Optional.of(row.get(3))
          .filter(path -> !path.isEmpty())
          .map(path -> new PodTemplatePlace(
              FieldPath.of(path.split("\\.")), Boolean.parseBoolean(row.get(4))));
      return new KindTraits(row.get(2).equals("Namespaced"), place);
    }
  }
}
