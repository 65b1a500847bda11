package dev.seaworthy.simulate.impact;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.OperatedPods;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.graph.Reference;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.simulate.outcome.OutcomeCodes;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What stays and needs an object that the change deletes. Here nothing is guessed: the object was
 * there, and who deletes it does not say that anything else makes it.
 */
public final class Severance {

  private static final FieldPath NAMESPACE = FieldPath.of("metadata", "namespace");
  private static final FieldPath SELECTOR = FieldPath.of("spec", "selector");
  /** Where kinds that guard pods select them. */
  private static final Map<GroupKind, FieldPath> WARDS = Map.of(
      Kinds.POD_DISRUPTION_BUDGET,
      SELECTOR,
      GroupKind.of("networking.k8s.io", "NetworkPolicy"),
      FieldPath.of("spec", "podSelector"));

  private static final FieldPath SERVICE_TYPE = FieldPath.of("spec", "type");

  private final Map<ObjectKey, InputObject> deleted;
  private final List<InputObject> staying;
  private final ResourceGraph now;
  private final ResourceGraph gone;

  private Severance(
      Collection<InputObject> staying, Map<ObjectKey, InputObject> deleted, String namespace) {
    this.deleted = new LinkedHashMap<>(deleted);
    this.staying = List.copyOf(staying);
    this.now = ResourceGraph.of(this.staying, namespace, KnownKinds.builtIn());
    this.gone = ResourceGraph.of(List.copyOf(deleted.values()), namespace, KnownKinds.builtIn());
  }

  /**
   * A diagnostic for each object that stays and one that it needs; an error where it works no longer.
   *
   * @param staying the objects of the new state, those that are not played included
   * @param deleted what is deleted, as it was written
   * @param namespace where manifests go that name none
   */
  public static List<Diagnostic> find(
      Collection<InputObject> staying, Map<ObjectKey, InputObject> deleted, String namespace) {
    if (deleted.isEmpty()) {
      return List.of();
    }
    Severance severance = new Severance(staying, deleted, namespace);
    List<Diagnostic> found = new ArrayList<>(severance.inDeletedNamespaces());
    severance.staying.forEach(object -> {
      found.addAll(severance.cutReferences(object));
      severance.lostPods(object).ifPresent(found::add);
      severance.lostWards(object).ifPresent(found::add);
    });
    return found;
  }

  private List<Diagnostic> inDeletedNamespaces() {
    Map<String, List<InputObject>> inside = new LinkedHashMap<>();
    for (InputObject object : staying) {
      String namespace = now.namespaceOf(object);
      if (deleted.containsKey(new ObjectKey(Kinds.NAMESPACE, "", namespace))) {
        inside.computeIfAbsent(namespace, k -> new ArrayList<>()).add(object);
      }
    }
    return inside.entrySet().stream()
        .map(entry -> inDeletedNamespace(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Diagnostic inDeletedNamespace(String namespace, List<InputObject> inside) {
    InputObject first = inside.get(0);
    int more = inside.size() - 1;
    String who = name(first) + (more == 0 ? "" : " and " + more + " more");
    return tell(
        OutcomeCodes.DELETED_IN_USE,
        Severity.ERROR,
        who + (more == 0 ? " goes" : " go") + " with Namespace " + namespace
            + ", which the change deletes",
        first,
        NAMESPACE);
  }

  private List<Diagnostic> cutReferences(InputObject object) {
    List<Diagnostic> found = new ArrayList<>();
    Set<ObjectKey> told = new HashSet<>();
    for (Reference reference : now.referencesOf(object)) {
      ObjectKey target = reference.target();
      if (isCut(reference) && told.add(target)) {
        found.add(tell(
            OutcomeCodes.DELETED_IN_USE,
            isBearable(reference) ? Severity.WARNING : Severity.ERROR,
            words(object, target, isBearable(reference)),
            object,
            reference.path()));
      }
    }
    return found;
  }

  private boolean isCut(Reference reference) {
    return deleted.containsKey(reference.target())
        && !reference.optional()
        && !reference.from().kind().equals(Kinds.JOB)
        && !now.isProvided(reference.target());
  }

  /** Whether what names it goes on without it, if maybe not for ever. */
  private static boolean isBearable(Reference reference) {
    Set<?> lenient =
        Set.of(Kinds.SERVICE_ACCOUNT, Kinds.PERSISTENT_VOLUME, Kinds.PERSISTENT_VOLUME_CLAIM);
    String path = reference.path().toString();
    return lenient.contains(reference.from().kind())
        || reference.kind().equals(Kinds.STORAGE_CLASS)
        || path.contains("imagePullSecrets")
        || path.startsWith("subjects");
  }

  private String words(InputObject object, ObjectKey target, boolean isBearable) {
    boolean isOfPods = KnownKinds.builtIn().makesPods(object.kind()) && !isBearable;
    boolean isForPods = !target.kind().equals(Kinds.SERVICE);
    return name(object) + (isBearable ? " names " : " needs ") + ImpactWords.name(target)
        + ", which the change deletes"
        + (isOfPods && isForPods ? ": its pods may run on, but no new one can start" : "");
  }

  /** A Service whose pods are all of workloads that are deleted. */
  private Optional<Diagnostic> lostPods(InputObject object) {
    boolean selects = object.kind().equals(Kinds.SERVICE)
        && !object.at(SERVICE_TYPE).text().equals("ExternalName")
        && object.at(SELECTOR).size() > 0;
    if (!selects || !(object.at(SELECTOR) instanceof Mapping labels)) {
      return Optional.empty();
    }
    LabelSelector selector = LabelSelector.ofLabels(labels.strings());
    String namespace = now.namespaceOf(object);
    boolean hasOthers =
        now.pods().selectsAnywhere(selector, namespace) || OperatedPods.mayBeMeantBy(selector, now);
    Stream<PodTemplate> before =
        hasOthers ? Stream.empty() : gone.pods().templatesMatching(selector, namespace);
    return before
        .findFirst()
        .map(template -> tell(
            OutcomeCodes.NO_ENDPOINTS,
            Severity.ERROR,
            name(object) + " leads to nobody: the change deletes "
                + ImpactWords.name(gone.keyOf(template.owner())) + ", whose pods it led to",
            object,
            SELECTOR));
  }

  /** A budget or a policy that is left with nobody. */
  private Optional<Diagnostic> lostWards(InputObject object) {
    FieldPath field = WARDS.get(object.kind());
    if (field == null) {
      return Optional.empty();
    }
    LabelSelector selector = LabelSelector.of(object.at(field));
    String namespace = now.namespaceOf(object);
    boolean isOfAll = selector.isAbsent() || selector.isEmpty();
    if (isOfAll
        || now.pods().selectsAnywhere(selector, namespace)
        || OperatedPods.mayBeMeantBy(selector, now)) {
      return Optional.empty();
    }
    return gone.pods()
        .templatesMatching(selector, namespace)
        .findFirst()
        .map(template -> tell(
            OutcomeCodes.WITHOUT_PODS,
            Severity.WARNING,
            name(object) + " is for nobody any more: the change deletes "
                + ImpactWords.name(gone.keyOf(template.owner())) + ", whose pods it was for",
            object,
            field));
  }

  private String name(InputObject object) {
    return ImpactWords.name(now.keyOf(object));
  }

  private static Diagnostic tell(
      String code, Severity severity, String message, InputObject object, FieldPath field) {
    return Diagnostic.of(code, severity, message, object.locationOf(field))
        .withSubject(object.subject())
        .withField(field.toString());
  }
}
