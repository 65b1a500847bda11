package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.KnownKinds;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.diagnostic.NameIndex;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All objects of an input and what they have to do with each other. Questions are answered from
 * indices that are made once: the cost of one question does not grow with the input. Once made it may
 * be asked by several threads.
 */
public final class ResourceGraph {

  private record Keys(InputObject object, String field) {}

  private record Selected(LabelSelector selector, String namespace) {}

  private final List<InputObject> objects;
  private final List<ObjectKey> unreadable;
  private final String defaultNamespace;
  private final KindScopes scopes;
  private final Map<ObjectKey, List<InputObject>> byKey = new HashMap<>();
  private final Set<GroupKind> kinds = new HashSet<>();
  private final Map<ObjectKey, List<InputObject>> providers = new HashMap<>();
  private final NameTable names = new NameTable();
  private final Map<InputObject, List<Reference>> references = new ConcurrentHashMap<>();
  private final Map<Keys, NameIndex> keyNames = new ConcurrentHashMap<>();
  private final Map<Selected, DeclaredPorts> ports = new ConcurrentHashMap<>();
  private final Map<ObjectKey, Map<String, InputObject>> firstOfUnit = new ConcurrentHashMap<>();
  private final Set<ObjectKey> boundAccounts = new HashSet<>();
  private final Autoscalers autoscalers = new Autoscalers();
  private final LimitRangeDefaults containerDefaults = new LimitRangeDefaults();
  private final PodIndex pods = new PodIndex();
  private final SelectorIndex services = new SelectorIndex();

  /**
   * @param unreadable objects that are there but could not be read, as far as they are known: they
   *     count as unknown, not as absent
   * @param defaultNamespace the namespace that objects without one will go to; empty if nobody knows
   * @param known what the API knows of kinds; definitions among {@code objects} go before it
   */
  public ResourceGraph(
      List<InputObject> objects,
      List<ObjectKey> unreadable,
      String defaultNamespace,
      KnownKinds known) {
    this.objects = List.copyOf(objects);
    this.unreadable = List.copyOf(unreadable);
    this.defaultNamespace = defaultNamespace;
    this.scopes = new KindScopes(known, this.objects);
    this.objects.forEach(this::index);
  }

  private void index(InputObject object) {
    String namespace = namespaceOf(object);
    ObjectKey key = keyOf(object);
    byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(object);
    kinds.add(object.kind());
    names.add(key);
    for (ObjectKey provided : Providers.of(object, namespace)) {
      providers.computeIfAbsent(provided, k -> new ArrayList<>(1)).add(object);
      names.add(provided);
    }
    object.template().ifPresent(pods.ofNamespace(namespace)::add);
    OperatorPods.labelsOf(object).ifPresent(pods.ofNamespace(namespace)::addOfOperator);
    if (object.kind().equals(References.SERVICE)) {
      services.add(namespace, object);
    }
    autoscalers.add(object, this);
    containerDefaults.add(object, namespace);
    if (References.isBinding(object)) {
      referencesOf(object).forEach(reference -> boundAccounts.add(reference.target()));
    }
  }

  public List<InputObject> objects() {
    return objects;
  }

  /** Whether objects of the kind live outside namespaces. */
  public boolean isClusterScoped(GroupKind kind) {
    return scopes.isClusterScoped(kind);
  }

  /** The group under which the kind lives today, whichever group the manifest writes. */
  GroupKind canonical(GroupKind kind) {
    return scopes.canonical(kind);
  }

  /** The namespace that {@code object} belongs to; empty outside namespaces, and where it is unknown. */
  public String namespaceOf(InputObject object) {
    return isClusterScoped(object.kind()) ? "" : namespace(object.resource().namespace());
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

  /**
   * The first object of that name in a unit.
   *
   * @param unitOf the unit that an object belongs to, always by the same rule
   */
  public Optional<InputObject> firstOfUnit(
      ObjectKey key, String unit, Function<InputObject, String> unitOf) {
    Map<String, InputObject> firsts = firstOfUnit.computeIfAbsent(key, k -> {
      Map<String, InputObject> byUnit = new HashMap<>();
      find(k).forEach(object -> byUnit.putIfAbsent(unitOf.apply(object), object));
      return byUnit;
    });
    return Optional.ofNullable(firsts.get(unit));
  }

  /** Whether the input has an object of the kind. */
  public boolean hasAny(GroupKind kind) {
    return kinds.contains(kind);
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
    boolean kind = other.kind().kind().isEmpty() || canonical(other.kind()).equals(key.kind());
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
        .filter(key -> key.kind().kind().isEmpty() || scopes.makesPods(key.kind()))
        .anyMatch(key -> key.namespace().isEmpty() || key.namespace().equals(namespace));
  }

  NameTable names() {
    return names;
  }

  /** Whether the namespace has, or gets, objects of the kind. */
  public boolean hasAny(GroupKind kind, String namespace) {
    return names.hasAny(kind, namespace);
  }

  /** The key of the mapping {@code field} of {@code object} that {@code written} may be a slip for. */
  public Optional<String> nearestKey(InputObject object, String field, String written) {
    return keyNames
        .computeIfAbsent(
            new Keys(object, field),
            keys -> NameIndex.of(keys.object().at(FieldPath.of(keys.field())).entries().stream()
                .map(Mapping.Entry::key)
                .toList()))
        .nearest(written);
  }

  /** The objects that {@code object} names. */
  public List<Reference> referencesOf(InputObject object) {
    return references.computeIfAbsent(object, o -> References.of(o, this));
  }

  /** Whether a binding of the input gives the ServiceAccount any permission. */
  public boolean isBound(String namespace, String serviceAccount) {
    return boundAccounts.contains(
        new ObjectKey(References.SERVICE_ACCOUNT, namespace, serviceAccount));
  }

  /** The pod templates of the namespace that {@code selector} selects, in the order read. */
  public Stream<PodTemplate> templatesMatching(LabelSelector selector, String namespace) {
    return pods(namespace).byLabels().matching(selector);
  }

  /** The ports of the pods of the namespace that {@code selector} selects. */
  public DeclaredPorts portsOf(LabelSelector selector, String namespace) {
    return ports.computeIfAbsent(
        new Selected(selector, namespace),
        selected -> DeclaredPorts.of(templatesMatching(selector, namespace)));
  }

  /** Whether {@code selector} selects pods that some operator makes. */
  public boolean hasOperatorPodsMatching(LabelSelector selector, String namespace) {
    return pods(namespace).anyOfOperators(selector);
  }

  /** Whether the namespace has any pods, whoever makes them. */
  public boolean hasPods(String namespace) {
    return !pods(namespace).isEmpty();
  }

  NamespacePods pods(String namespace) {
    return pods.in(namespace);
  }

  /** Pods of another namespace that {@code selector} would select there. */
  Optional<PodIndex.Placed> podsOutside(String namespace, LabelSelector selector) {
    return pods.outside(namespace, selector);
  }

  /** The Services whose selector selects the pods of {@code template}. */
  public List<InputObject> servicesOf(PodTemplate template) {
    return services.selecting(namespaceOf(template.owner()), template.labels());
  }

  /** The autoscalers that set the number of pods of {@code workload}. */
  public List<InputObject> autoscalersOf(InputObject workload) {
    return autoscalers.of(keyOf(workload));
  }

  /** The fewest pods that {@code workload} is meant to have. */
  public long lowestReplicas(InputObject workload) {
    return autoscalers.lowestReplicas(workload, keyOf(workload));
  }

  /**
   * Whether a LimitRange of the namespace gives containers a value that they leave out.
   *
   * @param field {@code default} for limits, {@code defaultRequest} for requests
   */
  public boolean hasDefault(String namespace, String field, String resource) {
    return containerDefaults.has(namespace, field, resource);
  }
}
