package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.simulate.PlayedKinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a real cluster would act on and this one does not, by kind and field: said, so that nobody
 * believes more of an outcome than is true.
 */
final class NotPlayed implements ProblemFinder {

  /** What changes nothing in a cluster, but decides who is reached. */
  private static final Set<String> ASKED_BY_REACH = Set.of("Ingress", "NetworkPolicy");

  private final ApiCatalog catalog;

  /** {@code catalog} tells of what type the fields of an object are. */
  NotPlayed(ApiCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (InputObject manifest : scene.origins().all()) {
      Origin origin = Origin.in(manifest);
      Optional<Severity> unplayed = unplayed(manifest.resource().groupKind(), scene);
      if (unplayed.isPresent()) {
        Diagnostic told = origin.tell(OutcomeCodes.NOT_PLAYED, unplayed.get(), ofKind(manifest));
        boolean canBeAsked = ASKED_BY_REACH.contains(manifest.kind().kind());
        found.add(
            canBeAsked
                ? told.withRemedy("--reach asks who is reached through it, and with --from by whom")
                : told);
      } else {
        fields(origin, scene, found);
      }
    }
    return found;
  }

  private static Optional<Severity> unplayed(GroupKind kind, Scene scene) {
    return scene.cluster().plays(kind) ? Optional.empty() : PlayedKinds.unplayed(kind);
  }

  private static String ofKind(InputObject manifest) {
    String loss = KnownKinds.builtIn().makesPods(manifest.kind())
        ? "its pods are not made"
        : "nothing acts on it here";
    return "%s is taken, but not played: %s".formatted(manifest.resource(), loss);
  }

  private void fields(Origin origin, Scene scene, List<Diagnostic> found) {
    Optional<ResourceType> type = catalog.find(origin.manifest().resource().gvk());
    if (type.isEmpty()) {
      return;
    }
    Map<String, List<UnplayedField>> byName = new LinkedHashMap<>();
    UnplayedField.in(origin.manifest().resource().root(), type.get().struct())
        .forEach(field -> byName
            .computeIfAbsent(
                field.type() + "." + field.name() + "=" + field.value(), name -> new ArrayList<>(1))
            .add(field));
    byName.values().forEach(same -> found.add(ofField(same, origin, scene)));
  }

  /** A field is told once a manifest, at its first place; the others are related. */
  private static Diagnostic ofField(List<UnplayedField> places, Origin origin, Scene scene) {
    UnplayedField first = places.get(0);
    String message = "%s as if %s".formatted(who(origin, scene), first.supposition());
    List<Diagnostic.Related> others = places.stream()
        .skip(1)
        .map(
            place -> new Diagnostic.Related(origin.manifest().locationOf(place.path()), "and here"))
        .toList();
    return origin
        .tell(OutcomeCodes.NOT_PLAYED, first.severity(), message, first.path(), "")
        .withRelated(others);
  }

  private static String who(Origin origin, Scene scene) {
    if (!KnownKinds.builtIn().makesPods(origin.manifest().kind())) {
      return origin.title() + " is played";
    }
    int pods = scene.podsOf(origin.manifest());
    return switch (pods) {
      case 0 -> origin.title() + " is played";
      case 1 -> "the pod ran";
      default -> pods + " pods ran";
    };
  }
}
