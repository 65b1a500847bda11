package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.OperatedPods;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.PlayedKinds;
import dev.seaworthy.simulate.reach.ReachQuestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a real cluster would act on and this one does not, by kind and field: said, so that nobody
 * believes more of an outcome than is true.
 */
final class NotPlayed implements ProblemFinder {

  /** What changes nothing in a cluster, but decides who is reached. */
  private static final Set<String> ASKED_BY_REACH = Set.of("Ingress", "NetworkPolicy");

  /** More places than these are not told. */
  private static final int MOST = 5;

  private final ApiCatalog catalog;

  /** {@code catalog} tells of what type the fields of an object are. */
  NotPlayed(ApiCatalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public List<Diagnostic> find(Scene scene) {
    Map<GroupKind, List<Origin>> kinds = new LinkedHashMap<>();
    Map<String, Fields> fields = new LinkedHashMap<>();
    for (InputObject manifest : scene.origins().all()) {
      Origin origin = Origin.in(manifest);
      GroupKind kind = manifest.resource().groupKind();
      if (unplayed(kind, scene).isPresent()) {
        kinds.computeIfAbsent(kind, first -> new ArrayList<>(1)).add(origin);
      } else {
        collectFields(origin, fields);
      }
    }
    List<Diagnostic> found = new ArrayList<>();
    Map<GroupKind, List<Origin>> operated = new LinkedHashMap<>(kinds);
    operated.keySet().removeIf(kind -> !OperatedPods.mayMakePods(kind));
    if (operated.size() > 1) {
      found.add(ofOperators(operated));
      kinds.keySet().removeAll(operated.keySet());
    }
    kinds.forEach(
        (kind, origins) -> found.add(ofKind(origins, unplayed(kind, scene).orElseThrow(), kind)));
    fields.values().forEach(same -> found.add(same.tell(scene)));
    return found;
  }

  private static Optional<Severity> unplayed(GroupKind kind, Scene scene) {
    if (scene.cluster().plays(kind)) {
      return Optional.empty();
    }
    // Pods that nobody sees here must not look as if there were none.
    return PlayedKinds.unplayed(kind)
        .map(severity -> OperatedPods.mayMakePods(kind) ? Severity.WARNING : severity);
  }

  /** Whether {@code told} says that nothing acts on what {@code inquiries} ask, which is untrue then. */
  static boolean isRefutedBy(Inquiries inquiries, Diagnostic told) {
    String kind = told.subject().map(Diagnostic.Subject::kind).orElse("");
    return told.code().equals(OutcomeCodes.NOT_PLAYED)
        && (kind.equals("NetworkPolicy")
            ? !inquiries.reached().isEmpty()
            : kind.equals("Ingress")
                && inquiries.reached().stream()
                    .anyMatch(question -> question.target() instanceof ReachQuestion.Url));
  }

  /** Several kinds of which operators may make pods are one loss. */
  private static Diagnostic ofOperators(Map<GroupKind, List<Origin>> operated) {
    List<Origin> origins = operated.values().stream().flatMap(List::stream).toList();
    String kinds = operated.keySet().stream()
        .limit(MOST)
        .map(GroupKind::kind)
        .collect(Collectors.joining(", "));
    int more = operated.size() - MOST;
    return origins
        .get(0)
        .tell(
            OutcomeCodes.NOT_PLAYED,
            Severity.WARNING,
            "%d objects are taken, but not played: what operators make of them is not here (%s%s)"
                .formatted(origins.size(), kinds, more > 0 ? " and " + more + " kinds more" : ""))
        .withRelated(related(origins));
  }

  /** All objects of a kind are told at once, at the first of them. */
  private static Diagnostic ofKind(List<Origin> origins, Severity severity, GroupKind kind) {
    Origin first = origins.get(0);
    String loss = OperatedPods.mayMakePods(kind)
        ? "what an operator makes of %s is not here"
        : KnownKinds.builtIn().makesPods(kind)
            ? "the pods of %s are not made"
            : "nothing acts on %s here";
    boolean isOne = origins.size() == 1;
    Diagnostic told = first
        .tell(
            OutcomeCodes.NOT_PLAYED,
            severity,
            Fields.named(origins) + (isOne ? " is" : " are") + " taken, but not played: "
                + loss.formatted(isOne ? "it" : "them"))
        .withRelated(related(origins));
    return ASKED_BY_REACH.contains(kind.kind())
        ? told.withRemedy("--reach asks who is reached through it, and with --from by whom")
        : told;
  }

  private static List<Diagnostic.Related> related(List<Origin> origins) {
    return origins.stream()
        .skip(1)
        .limit(MOST)
        .map(origin -> new Diagnostic.Related(
            origin.manifest().locationOf(FieldPath.of("metadata", "name")), "and this one"))
        .toList();
  }

  private void collectFields(Origin origin, Map<String, Fields> found) {
    Optional<ResourceType> type = catalog.find(origin.manifest().resource().gvk());
    if (type.isEmpty()) {
      return;
    }
    String kind = origin.manifest().kind().toString();
    UnplayedField.in(origin.manifest().resource().root(), type.get().struct())
        .forEach(field -> found
            .computeIfAbsent(
                kind + " " + field.type() + "." + field.name() + "=" + field.value(),
                name -> new Fields(new LinkedHashMap<>()))
            .add(origin, field));
  }

  /**
   * A field with the same value of all objects of a kind that set it; told at its first place.
   *
   * @param places in each object
   */
  private record Fields(Map<Origin, List<UnplayedField>> places) {

    void add(Origin origin, UnplayedField field) {
      places.computeIfAbsent(origin, first -> new ArrayList<>(1)).add(field);
    }

    /** {@code Service a}, {@code Service a and 2 more of its kind}. */
    static String named(List<Origin> origins) {
      String first = origins.get(0).title();
      int more = origins.size() - 1;
      return more == 0 ? first : first + " and " + more + " more of its kind";
    }

    Diagnostic tell(Scene scene) {
      List<Origin> origins = List.copyOf(places.keySet());
      Origin origin = origins.get(0);
      List<UnplayedField> first = Objects.requireNonNull(places.get(origin));
      String message = first.get(0).told(named(origins), who(origins, scene));
      return origin
          .tell(
              OutcomeCodes.NOT_PLAYED,
              first.get(0).severity(),
              message,
              first.get(0).path(),
              "")
          .withRelated(related());
    }

    private List<Diagnostic.Related> related() {
      List<Diagnostic.Related> all = new ArrayList<>();
      places.forEach((origin, fields) -> fields.forEach(field ->
          all.add(new Diagnostic.Related(origin.manifest().locationOf(field.path()), "and here"))));
      return all.stream().skip(1).limit(MOST).toList();
    }

    private static String who(List<Origin> origins, Scene scene) {
      if (!KnownKinds.builtIn().makesPods(origins.get(0).manifest().kind())) {
        return named(origins) + (origins.size() == 1 ? " is played" : " are played");
      }
      int pods = scene.podsOf(origins);
      return switch (pods) {
        case 0 -> named(origins) + (origins.size() == 1 ? " is played" : " are played");
        case 1 -> "the pod ran";
        default -> pods + " pods ran";
      };
    }
  }
}
