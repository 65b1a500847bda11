package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All objects of an input and what they have to do with each other. Questions are answered from
 * indices that are made once: the cost of one question does not grow with the input.
 */
public final class ResourceGraph {

  private static final GroupKind HPA = GroupKind.of("autoscaling", "HorizontalPodAutoscaler");
  private static final GroupKind SCALED_OBJECT = GroupKind.of("keda.sh", "ScaledObject");

  private final List<InputObject> objects;
  private final List<ObjectKey> unreadable;
  private final String defaultNamespace;
  private final Map<ObjectKey, List<InputObject>> byKey = new HashMap<>();
  private final Map<GroupKind, Map<String, List<InputObject>>> byKind = new HashMap<>();
  private final Map<ObjectKey, List<InputObject>> providers = new HashMap<>();
  private final Map<GroupKind, Map<String, Set<String>>> names = new HashMap<>();
  private final Map<InputObject, List<Reference>> references = new HashMap<>();
  private @Nullable Map<ObjectKey, List<Reference>> referencesByTarget;
  private final Map<ObjectKey, List<InputObject>> autoscalers = new HashMap<>();
  private final Map<InputObject, PodTemplate> templates = new LinkedHashMap<>();
  private final LabelIndex pods = new LabelIndex();
  private final SelectorIndex services = new SelectorIndex();

  /**
   * @param unreadable objects that are there but could not be read, as far as they are known: they
   *     count as unknown, not as absent
   * @param defaultNamespace the namespace that objects without one will go to; empty if nobody knows
   */
  public ResourceGraph(
      List<InputObject> objects, List<ObjectKey> unreadable, String defaultNamespace) {
    this.objects = List.copyOf(objects);
    this.unreadable = List.copyOf(unreadable);
    this.defaultNamespace = defaultNamespace;
    this.objects.forEach(this::index);
  }

  private void index(InputObject object) {
    String namespace = namespaceOf(object);
    ObjectKey key = keyOf(object);
    byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(object);
    byKind
        .computeIfAbsent(object.kind(), k -> new TreeMap<>())
        .computeIfAbsent(namespace, n -> new ArrayList<>())
        .add(object);
    addName(key);
    for (ObjectKey provided : Providers.of(object, namespace)) {
      providers.computeIfAbsent(provided, k -> new ArrayList<>(1)).add(object);
      addName(provided);
    }
    PodCarriers.templateOf(object).ifPresent(template -> {
      templates.put(object, template);
      pods.add(namespace, template);
    });
    OperatorPods.labelsOf(object).ifPresent(labels -> pods.addOperatorPods(namespace, labels));
    if (object.kind().equals(References.SERVICE)) {
      services.add(namespace, object);
    }
    if (object.kind().equals(HPA) || object.kind().equals(SCALED_OBJECT)) {
      for (Reference target : referencesOf(object)) {
        autoscalers
            .computeIfAbsent(
                new ObjectKey(target.kind(), target.namespace(), target.name()),
                k -> new ArrayList<>(1))
            .add(object);
      }
    }
  }

  private void addName(ObjectKey key) {
    names
        .computeIfAbsent(key.kind(), k -> new TreeMap<>())
        .computeIfAbsent(key.namespace(), n -> new LinkedHashSet<>())
        .add(key.name());
  }

  public List<InputObject> objects() {
    return objects;
  }

  /** The namespace that {@code object} belongs to; empty outside namespaces, and where it is unknown. */
  public String namespaceOf(InputObject object) {
    return Kinds.isClusterScoped(object.kind())
        ? ""
        : namespace(object.resource().namespace());
  }

  /** A namespace as written, or the default one where none is written. */
  public String namespace(String written) {
    return written.isEmpty() ? defaultNamespace : written;
  }

  public ObjectKey keyOf(InputObject object) {
    return new ObjectKey(object.kind(), namespaceOf(object), object.name());
  }

  /** The objects of that name, in the order read; more than one if the input has it twice. */
  public List<InputObject> find(ObjectKey key) {
    return byKey.getOrDefault(key, List.of());
  }

  public Optional<InputObject> findFirst(GroupKind kind, String namespace, String name) {
    return find(new ObjectKey(kind, namespace, name)).stream().findFirst();
  }

  /** The objects of a kind in a namespace, in the order read. */
  public List<InputObject> ofKind(GroupKind kind, String namespace) {
    return byKind.getOrDefault(kind, Map.of()).getOrDefault(namespace, List.of());
  }

  /** The objects of a kind in all namespaces. */
  public List<InputObject> ofKind(GroupKind kind) {
    return byKind.getOrDefault(kind, Map.of()).values().stream()
        .flatMap(Collection::stream)
        .toList();
  }

  /** Whether the object is in the input, or something in the input brings it into being. */
  public boolean isProvided(ObjectKey key) {
    return byKey.containsKey(key) || providers.containsKey(key) || StandingObjects.has(key);
  }

  /** The objects of the input that bring the object into being. */
  public List<InputObject> providersOf(ObjectKey key) {
    return providers.getOrDefault(key, List.of());
  }

  /** Whether the object may be one of those that could not be read. */
  public boolean mayBeUnreadable(ObjectKey key) {
    return unreadable.stream().anyMatch(other -> couldBe(other, key));
  }

  private boolean couldBe(ObjectKey other, ObjectKey key) {
    boolean kind =
        other.kind().kind().isEmpty() || Kinds.canonical(other.kind()).equals(key.kind());
    boolean name =
        other.name().isEmpty() || key.name().isEmpty() || other.name().equals(key.name());
    boolean namespace = other.namespace().isEmpty()
        || key.namespace().isEmpty()
        || other.namespace().equals(key.namespace());
    return kind && name && namespace;
  }

  /** Whether an object with pods of the namespace may be one of those that could not be read. */
  public boolean mayHaveUnreadablePods(String namespace) {
    return unreadable.stream()
        .filter(key -> key.kind().kind().isEmpty() || PodCarriers.isCarrier(key.kind()))
        .anyMatch(key -> key.namespace().isEmpty() || key.namespace().equals(namespace));
  }

  /** The names of the kind, by namespace, with those that are brought into being. */
  Map<String, Set<String>> namesOf(GroupKind kind) {
    return names.getOrDefault(kind, Map.of());
  }

  /** Whether the input has objects of the kind in the namespace. */
  public boolean hasAny(GroupKind kind, String namespace) {
    return namesOf(kind).containsKey(namespace);
  }

  /** The objects that {@code object} names. */
  public List<Reference> referencesOf(InputObject object) {
    return references.computeIfAbsent(object, o -> References.of(o, this));
  }

  /** The places of the input that name the object. */
  public List<Reference> referencesTo(ObjectKey key) {
    if (referencesByTarget == null) {
      referencesByTarget = objects.stream()
          .flatMap(object -> referencesOf(object).stream())
          .collect(Collectors.groupingBy(Reference::target));
    }
    return referencesByTarget.getOrDefault(key, List.of());
  }

  public Optional<PodTemplate> templateOf(InputObject object) {
    return Optional.ofNullable(templates.get(object));
  }

  /** The pod templates of a namespace. */
  public List<PodTemplate> templates(String namespace) {
    return pods.in(namespace);
  }

  /** The pod templates of the namespace that {@code selector} selects. */
  public List<PodTemplate> templatesMatching(LabelSelector selector, String namespace) {
    return pods.matching(selector, namespace);
  }

  /** Whether {@code selector} selects pods that some operator makes. */
  public boolean hasOperatorPodsMatching(LabelSelector selector, String namespace) {
    return pods.operatorPodsMatch(selector, namespace);
  }

  /** Whether the namespace has any pods, whoever makes them. */
  public boolean hasPods(String namespace) {
    return pods.hasAny(namespace);
  }

  /** The Services whose selector selects the pods of {@code template}. */
  public List<InputObject> servicesOf(PodTemplate template) {
    return services.selecting(namespaceOf(template.owner()), template.labels());
  }

  /** The autoscalers that set the number of pods of {@code workload}. */
  public List<InputObject> autoscalersOf(InputObject workload) {
    return autoscalers.getOrDefault(keyOf(workload), List.of());
  }

  /** The fewest pods that {@code workload} is meant to have. */
  public long lowestReplicas(InputObject workload) {
    for (InputObject autoscaler : autoscalersOf(workload)) {
      String field = autoscaler.kind().equals(HPA) ? "minReplicas" : "minReplicaCount";
      return autoscaler
          .at(FieldPath.of("spec", field))
          .longOr(autoscaler.kind().equals(HPA) ? 1 : 0);
    }
    return workload.at(FieldPath.of("spec", "replicas")).longOr(1);
  }

  /** All namespaces in which the input has objects, in alphabetical order. */
  public Set<String> namespaces() {
    Set<String> all = new HashSet<>();
    byKind.values().forEach(kind -> all.addAll(kind.keySet()));
    return new TreeSet<>(all);
  }
}
