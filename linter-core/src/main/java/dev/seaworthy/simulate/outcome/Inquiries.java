package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.kubectl.Description;
import dev.seaworthy.simulate.kubectl.ObjectTables;
import dev.seaworthy.simulate.reach.ReachQuestion;
import dev.seaworthy.simulate.reach.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked of a cluster that has come to rest; a question of which nothing is asked is answered
 * with its pods.
 *
 * @param listed the kinds whose objects are listed
 * @param selector which of these objects
 * @param showingLabels whether their labels are told
 * @param namespace the one namespace that is looked into; empty for all
 * @param described the objects to describe
 * @param reached who is to be reached
 */
public record Inquiries(
    List<GroupVersionKind> listed,
    LabelSelector selector,
    boolean showingLabels,
    Optional<String> namespace,
    List<Named> described,
    List<ReachQuestion> reached) {

  /** Nothing in particular. */
  public static final Inquiries NONE = new Inquiries(
      List.of(), LabelSelector.EVERYTHING, false, Optional.empty(), List.of(), List.of());

  private static final LabelSelector APPLIED = LabelSelector.parse("!" + PodState.STATE_BEFORE);
  private static final List<GroupVersionKind> PODS = List.of(GroupVersionKind.of("v1", "Pod"));

  public Inquiries {
    listed = List.copyOf(listed);
    described = List.copyOf(described);
    reached = List.copyOf(reached);
  }

  /** An object by its kind and name, or by the beginning of its name. */
  public record Named(GroupKind kind, String name) {}

  /**
   * The way to who was to be reached.
   *
   * @param target as it was asked
   * @param from who asks; empty for a person outside
   */
  public record Reached(String target, String from, Route route) {}

  /** What is printed, and what could not be answered. */
  record Answers(String text, List<Reached> reached, List<Diagnostic> problems) {}

  Answers answer(Scene scene, List<PodState> pods) {
    List<String> texts = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>();
    List<Reached> ways = new ArrayList<>();
    tables(scene.cluster(), pods).ifPresent(texts::add);
    missingNamespace(scene).ifPresent(problems::add);
    for (Named named : described) {
      List<Resource> found = find(scene.cluster(), named);
      found.forEach(object -> texts.add(Description.of(scene.cluster(), object)));
      if (found.isEmpty()) {
        problems.add(missing(scene, named));
      }
    }
    for (ReachQuestion question : reached) {
      ReachAnswer answer = ReachAnswer.of(scene, question);
      texts.add(answer.text());
      ways.add(answer.reached());
      answer.problem().ifPresent(problems::add);
    }
    return new Answers(String.join("\n", texts), ways, problems);
  }

  private Optional<String> tables(Cluster cluster, List<PodState> pods) {
    ObjectTables tables = new ObjectTables(cluster, selector, namespace, showingLabels);
    if (!listed.isEmpty()) {
      return Optional.of(tables.get(listed));
    }
    boolean isPlain = selector.isEmpty() && !showingLabels && namespace.isEmpty();
    if (isPlain && !(described.isEmpty() && reached.isEmpty())) {
      return Optional.empty();
    }
    if (!isPlain) {
      return Optional.of(tables.get(PODS));
    }
    List<PodState> applied = pods.stream().filter(pod -> !pod.wasThere()).toList();
    return Optional.of(
        PodSummary.isLong(applied)
            ? PodSummary.of(applied)
            : new ObjectTables(cluster, APPLIED, namespace, false).get(PODS));
  }

  private List<Resource> find(Cluster cluster, Named named) {
    List<Resource> candidates = candidates(cluster, named.kind());
    List<Resource> exact =
        candidates.stream().filter(object -> object.name().equals(named.name())).toList();
    return exact.isEmpty()
        ? candidates.stream()
            .filter(object -> object.name().startsWith(named.name()))
            .toList()
        : exact;
  }

  private List<Resource> candidates(Cluster cluster, GroupKind kind) {
    return cluster.view().list(kind).stream()
        .filter(object -> namespace.isEmpty()
            || object.namespace().isEmpty()
            || namespace.get().equals(object.namespace()))
        .toList();
  }

  /** Of what lies nowhere nothing can be shown, which must not look as if all were well. */
  private Optional<Diagnostic> missingNamespace(Scene scene) {
    Set<String> names = new TreeSet<>();
    for (Resource object : scene.cluster().view().all()) {
      names.add(object.kind().equals("Namespace") ? object.name() : object.namespace());
    }
    names.remove("");
    return namespace
        .filter(name -> !names.contains(name))
        .map(name -> Diagnostic.of(
            OutcomeCodes.NOT_FOUND,
            Severity.ERROR,
            "there is no namespace '" + name + "' at the end; "
                + NearestName.to(name, names)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("there are " + String.join(", ", names)),
            scene.origins().otherwise()));
  }

  private Diagnostic missing(Scene scene, Named named) {
    List<String> names =
        candidates(scene.cluster(), named.kind()).stream().map(Resource::name).toList();
    String kind = named.kind().kind().toLowerCase(Locale.ROOT);
    return Diagnostic.of(
        OutcomeCodes.NOT_FOUND,
        Severity.ERROR,
        "there is no %s '%s' at the end%s"
            .formatted(
                kind,
                named.name(),
                NearestName.to(named.name(), names)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse("")),
        scene.origins().otherwise());
  }
}
