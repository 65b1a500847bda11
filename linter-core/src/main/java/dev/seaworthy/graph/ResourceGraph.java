package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the objects of a unit have to do with each other and with what else they see: the units that
 * are applied with theirs, the nearest first. Whether something exists at all is asked of the whole
 * input: an object of another unit is no fault, and nothing follows from what it holds.
 *
 * <p>Questions are answered from indices that are made once: the cost of one question does not grow
 * with the input. Once made it may be asked by several threads.
 */
public final class ResourceGraph {

  private record Selected(LabelSelector selector, String namespace) {

    // By hand, here and below: to make what records have by themselves takes a part of a start.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Selected selected
          && namespace.equals(selected.namespace)
          && selector.equals(selected.selector);
    }

    @Override
    public int hashCode() {
      return namespace.hashCode() * 31 + selector.hashCode();
    }
  }

  private record Question(Class<?> kind, Selected selected) {

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Question question
          && kind == question.kind
          && selected.equals(question.selected);
    }

    @Override
    public int hashCode() {
      return kind.hashCode() * 31 + selected.hashCode();
    }
  }

  private static final String DEFAULT = "default";

  private final InputGraph all;
  private final Identities identities;
  private final List<UnitIndex> seen;
  private final Map<Selected, DeclaredPorts> ports = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();
  private final Map<Question, Object> ofSelected = new ConcurrentHashMap<>();

  ResourceGraph(InputGraph all, List<UnitIndex> seen) {
    this.all = all;
    this.identities = all.identities();
    this.seen = seen;
  }

  /** The graph of {@code objects} that are all applied together. */
  public static ResourceGraph of(
      List<InputObject> objects, String defaultNamespace, KnownKinds known) {
    InputGraph all =
        new InputGraph(objects, List.of(), defaultNamespace, known, Layout.of(Units.ONE));
    return new ResourceGraph(all, List.of(all.everything()));
  }

  /** The objects of the whole input. */
  public List<InputObject> objects() {
    return all.objects();
  }

  /** Whether objects of the kind live outside namespaces. */
  public boolean isClusterScoped(GroupKind kind) {
    return identities.isClusterScoped(kind);
  }

  /** The namespace that {@code object} belongs to; empty outside namespaces, and where it is unknown. */
  public String namespaceOf(InputObject object) {
    return identities.namespaceOf(object);
  }

  /** A namespace as written, or the default one where none is written. */
  public String namespace(String written) {
    return identities.namespace(written);
  }

  /** Whether it is where objects go that say nothing of namespaces, or those that nobody told otherwise. */
  public boolean isDefault(String namespace) {
    return namespace.isEmpty() || namespace.equals(DEFAULT);
  }

  /** The other name of that place: no namespace is {@code default} unless the apply says another. */
  public String otherDefault(String namespace) {
    return namespace.isEmpty() ? DEFAULT : "";
  }

  public ObjectKey keyOf(InputObject object) {
    return identities.keyOf(object);
  }

  /** The objects of that name in the nearest unit that has any, in the order read. */
  public List<InputObject> find(ObjectKey key) {
    return nearest(unit -> unit.find(key));
  }

  private List<InputObject> nearest(Function<UnitIndex, List<InputObject>> answers) {
    for (UnitIndex unit : seen) {
      List<InputObject> answer = answers.apply(unit);
      if (!answer.isEmpty()) {
        return answer;
      }
    }
    return List.of();
  }

  private boolean any(Predicate<UnitIndex> question) {
    for (UnitIndex unit : seen) {
      if (question.test(unit)) {
        return true;
      }
    }
    return false;
  }

  /** The objects of that name in the whole input. */
  public List<InputObject> findAnywhere(ObjectKey key) {
    return all.everything().find(key);
  }

  public Optional<InputObject> findFirst(GroupKind kind, String namespace, String name) {
    return find(new ObjectKey(kind, namespace, name)).stream().findFirst();
  }

  /** The object that {@code reference} means: of several the one in the same file. */
  public Optional<InputObject> find(Reference reference) {
    List<InputObject> found = find(reference.target());
    return found.stream()
        .filter(object -> object.file().equals(reference.from().file()))
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  /** The object that was probably meant; empty where something else brings it into being. */
  public Optional<InputObject> find(NearMiss near) {
    List<InputObject> found = find(near.key());
    return (found.isEmpty() ? findAnywhere(near.key()) : found).stream().findFirst();
  }

  /** The objects of the kind, unit by unit, the nearest first. */
  public Stream<InputObject> ofKind(GroupKind kind) {
    return seen.stream().flatMap(unit -> unit.ofKind(kind).stream());
  }

  /**
   * The first object of that name in a group.
   *
   * @param groupsOf the groups that an object belongs to, always by the same rule
   */
  public Optional<InputObject> firstOfGroup(
      ObjectKey key, String group, Function<InputObject, List<String>> groupsOf) {
    return Optional.ofNullable(all.firstsOfGroups(key, groupsOf).get(group));
  }

  /** The kinds of all objects of this unit and those it sees. */
  public Set<GroupKind> kinds() {
    return seen.stream()
        .flatMap(unit -> unit.kinds().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the cluster and its platform fill the namespace with much that no input has. */
  public boolean isOfPlatform(String namespace) {
    return StandingObjects.isOfPlatform(namespace);
  }

  /** Whether there is an object of the kind. */
  public boolean hasAny(GroupKind kind) {
    return any(unit -> !unit.ofKind(kind).isEmpty());
  }

  /** Whether the namespace has, or gets, objects of the kind. */
  public boolean hasAny(GroupKind kind, String namespace) {
    return any(unit -> unit.names().hasAny(kind, namespace));
  }

  /**
   * Whether most objects of the kind and namespace that are named here are not in the input: they are
   * kept elsewhere.
   */
  public boolean areKeptElsewhere(GroupKind kind, String namespace) {
    int there = 0;
    int missing = 0;
    for (UnitIndex unit : seen) {
      there += unit.completeness().there(kind, namespace);
      missing += unit.completeness().missing(kind, namespace);
    }
    return Completeness.isPoor(there, missing);
  }

  /** Whether an object of that kind and name is anywhere in the input, in whatever namespace. */
  public boolean isInAnyNamespace(GroupKind kind, String name) {
    return all.everything().names().namespaceOf(kind, name).isPresent();
  }

  /** Whether the unit itself, without those that it sees, has objects of the kind. */
  public boolean hasOwn(GroupKind kind) {
    return !seen.isEmpty() && !seen.get(0).ofKind(kind).isEmpty();
  }

  /**
   * Whether the object is anywhere in the input, or something there brings it into being, or every
   * cluster has it.
   */
  public boolean isProvided(ObjectKey key) {
    return any(unit -> unit.isProvided(key)) || all.isProvided(key);
  }

  /**
   * Whether the object may be one that an operator, or a release of a chart, makes of what the input
   * has: its name begins with the name of that. Where no namespaces are written, only what is applied
   * with this unit counts.
   */
  public boolean mayBeMade(ObjectKey key) {
    MadeNames anywhere =
        derivedOfAll(MadeNames.class, graph -> MadeNames.of(List.of(all.everything()), graph));
    if (isClusterScoped(key.kind())) {
      return anywhere.ofReleasesHave(key.name());
    }
    MadeNames here = derived(MadeNames.class, graph -> MadeNames.of(seen, graph));
    return key.namespace().isEmpty()
        ? here.haveAnywhere(key.name())
        : anywhere.haveIn(key.namespace(), key.name()) || here.haveIn("", key.name());
  }

  /** The objects that bring the object into being. */
  public List<InputObject> providersOf(ObjectKey key) {
    return nearest(unit -> unit.providersOf(key));
  }

  /** Whether the object may be one of those that could not be read. */
  public boolean mayBeUnreadable(ObjectKey key) {
    return any(unit -> unit.unread().stream().anyMatch(unread -> identities.couldBe(unread, key)));
  }

  /** Whether an object with pods of the namespace may be one of those that could not be read. */
  public boolean mayHaveUnreadablePods(String namespace) {
    return any(unit ->
        unit.unread().stream().anyMatch(unread -> identities.couldHavePods(unread, namespace)));
  }

  List<UnitIndex> seen() {
    return seen;
  }

  UnitIndex everything() {
    return all.everything();
  }

  /** The key of the mapping {@code field} of {@code object} that {@code written} may be a slip for. */
  public Optional<String> nearestKey(InputObject object, String field, String written) {
    return all.nearestKey(object, field, written);
  }

  /** Which of {@code names} stand in files of the input that hold no objects, as values of charts. */
  public Set<String> namedInOtherTexts(Set<String> names) {
    return all.namedInOtherTexts(names);
  }

  /** What a row says that {@code object} names, beside what the product knows of it. */
  public List<Reference> referencesOf(InputObject object, ReferenceRow row) {
    List<Reference> references = new ArrayList<>();
    row.collect(object, FieldPath.ROOT, identities, references);
    return references;
  }

  /** The places anywhere in the input that name the object. */
  public List<Reference> referrersOf(ObjectKey key) {
    return all.referrersOf(key);
  }

  /** Whether {@code one} was read before {@code other}. */
  public boolean isBefore(InputObject one, InputObject other) {
    return all.isBefore(one, other);
  }

  /** Whether the two are applied together. */
  public boolean isSameUnit(InputObject one, InputObject other) {
    return all.unitOf(one).equals(all.unitOf(other));
  }

  /**
   * Whether the two are in files of which one is applied in place of the other, as editions of an
   * installation and samples are that lie side by side.
   */
  public boolean areAlternatives(InputObject one, InputObject other) {
    return !one.file().equals(other.file()) && (all.isAlternative(one) || all.isAlternative(other));
  }

  /** Whether so many files have the object, side by side, that one of these is meant. */
  public boolean isSample(InputObject object) {
    return all.isSample(object);
  }

  /** The namespaces that objects of the input are in, or are. */
  public Set<String> namespaces() {
    return all.namespaces();
  }

  /**
   * Something that is made of the objects of this unit and those it sees, made once for all who ask.
   *
   * @param kind what tells it from others
   */
  public <T> T derived(Class<T> kind, Function<ResourceGraph, T> maker) {
    return kind.cast(derived.computeIfAbsent(kind, k -> maker.apply(this)));
  }

  /**
   * Something that is made of all objects of the input, made once for all units.
   *
   * @param kind what tells it from others
   */
  public <T> T derivedOfAll(Class<T> kind, Function<ResourceGraph, T> maker) {
    return kind.cast(all.derived(kind, k -> maker.apply(this)));
  }

  /** The Services that {@code selector} selects by their own labels, in the nearest such unit. */
  public List<InputObject> servicesMatching(LabelSelector selector, NamespaceChoice namespaces) {
    return nearest(unit -> unit.labelledServices().matching(selector, namespaces));
  }

  /** Whether {@code selector} selects pods of any namespace anywhere in the input. */
  public boolean selectsInAnyNamespace(LabelSelector selector) {
    return all.everything().pods().hasAny(selector);
  }

  /** Whether {@code selector} selects Services anywhere in the input. */
  public boolean hasServicesMatching(LabelSelector selector, NamespaceChoice namespaces) {
    return !all.everything().labelledServices().matching(selector, namespaces).isEmpty();
  }

  /** The pod templates that {@code selector} selects in any of the namespaces. */
  public Stream<PodTemplate> templatesMatching(LabelSelector selector, NamespaceChoice namespaces) {
    return namespaces
        .among(namespacesWithPods())
        .flatMap(namespace -> templatesMatching(selector, namespace));
  }

  private List<String> namespacesWithPods() {
    return seen.stream()
        .flatMap(unit -> unit.pods().namespaces().stream())
        .distinct()
        .toList();
  }

  /** The pod templates of the namespace in the nearest unit that has any. */
  public List<PodTemplate> templatesIn(String namespace) {
    for (UnitIndex unit : seen) {
      List<PodTemplate> templates = unit.pods().in(namespace).templates();
      if (!templates.isEmpty()) {
        return templates;
      }
    }
    return List.of();
  }

  /** The objects that {@code object} names. */
  public List<Reference> referencesOf(InputObject object) {
    return all.referencesOf(object);
  }

  /** Whether a binding anywhere in the input gives the ServiceAccount any permission. */
  public boolean isBound(String namespace, String serviceAccount) {
    ObjectKey account = new ObjectKey(References.SERVICE_ACCOUNT, namespace, serviceAccount);
    return !bindingsOf(account).isEmpty();
  }

  /** The bindings anywhere in the input that name the role or the account. */
  public List<InputObject> bindingsOf(ObjectKey named) {
    return all.everything().bindingsOf(named);
  }

  /** The resources that definitions of the input bring. */
  public CustomResources customResources() {
    return all.customResources();
  }

  /**
   * The pod templates of the namespace that {@code selector} selects, in the order read: those of the
   * nearest unit that has any.
   */
  public Stream<PodTemplate> templatesMatching(LabelSelector selector, String namespace) {
    for (UnitIndex unit : seen) {
      LabelIndex<PodTemplate> pods = unit.pods().in(namespace).byLabels();
      if (pods.first(selector).isPresent()) {
        return pods.matching(selector);
      }
    }
    return Stream.empty();
  }

  /**
   * Something that is made of the pods that a selector selects, made once for all selectors that ask
   * for the same.
   *
   * @param kind what tells it from others
   */
  public <T> T ofSelected(
      Class<T> kind,
      LabelSelector selector,
      String namespace,
      Function<Stream<PodTemplate>, T> maker) {
    return kind.cast(ofSelected.computeIfAbsent(
        new Question(kind, new Selected(selector, namespace)),
        question -> maker.apply(templatesMatching(selector, namespace))));
  }

  private record Owners(List<InputObject> firsts) {}

  /** The objects whose pods {@code selector} selects, of those of one name the first. */
  public List<InputObject> ownersMatching(LabelSelector selector, String namespace) {
    return ofSelected(
            Owners.class,
            selector,
            namespace,
            pods -> new Owners(FirstOfEach.name(pods.map(PodTemplate::owner))))
        .firsts();
  }

  private record Labelled(List<PodTemplate> firsts) {}

  /** The pod templates that {@code selector} selects, of those with the same labels the first. */
  public List<PodTemplate> labelsMatching(LabelSelector selector, String namespace) {
    return ofSelected(
            Labelled.class, selector, namespace, pods -> new Labelled(FirstOfEach.labels(pods)))
        .firsts();
  }

  /** The ports of the pods of the namespace that {@code selector} selects. */
  public DeclaredPorts portsOf(LabelSelector selector, String namespace) {
    return ports.computeIfAbsent(
        new Selected(selector, namespace),
        selected -> DeclaredPorts.of(templatesMatching(selector, namespace)));
  }

  /** How many pods that operators make {@code selector} selects. */
  public long countOperatorPods(LabelSelector selector, String namespace) {
    long count = 0;
    for (UnitIndex unit : seen) {
      count += unit.pods().in(namespace).countOfOperators(selector);
    }
    return count;
  }

  /** Whether {@code selector} selects pods that some operator makes. */
  public boolean hasOperatorPodsMatching(LabelSelector selector, String namespace) {
    return any(unit -> unit.pods().in(namespace).anyOfOperators(selector))
        || all.everything().pods().in(namespace).anyOfOperators(selector);
  }

  /** Whether {@code selector} selects pods of the namespace anywhere in the input. */
  public boolean selectsAnywhere(LabelSelector selector, String namespace) {
    return templatesMatching(selector, namespace).findFirst().isPresent()
        || all.everything().pods().in(namespace).byLabels().first(selector).isPresent()
        || hasOperatorPodsMatching(selector, namespace);
  }

  /** Whether the namespace has any pods, whoever makes them. */
  public boolean hasPods(String namespace) {
    return any(unit -> !unit.pods().in(namespace).isEmpty());
  }

  /** The Services whose selector selects the pods of {@code template}. */
  public List<InputObject> servicesOf(PodTemplate template) {
    return selecting(template, UnitIndex::services);
  }

  /** The NetworkPolicies whose selector selects the pods of {@code template}. */
  public List<InputObject> policiesOf(PodTemplate template) {
    return selecting(template, UnitIndex::policies);
  }

  /**
   * The PodDisruptionBudgets of this unit whose selector selects the pods of {@code template}, of those
   * of one name the first.
   */
  public List<InputObject> budgetsOf(PodTemplate template) {
    return ofThisUnit(template, UnitIndex::budgets);
  }

  /**
   * The controllers of this unit whose selector selects the pods of {@code template}, its own included,
   * of those of one name the first.
   */
  public List<InputObject> controllersOf(PodTemplate template) {
    return ofThisUnit(template, UnitIndex::controllers);
  }

  private List<InputObject> ofThisUnit(
      PodTemplate template, Function<UnitIndex, SelectorIndex> index) {
    return seen.isEmpty()
        ? List.of()
        : index
            .apply(seen.get(0))
            .firstsSelecting(namespaceOf(template.owner()), template.labels());
  }

  private List<InputObject> selecting(
      PodTemplate template, Function<UnitIndex, SelectorIndex> index) {
    String namespace = namespaceOf(template.owner());
    if (seen.size() == 1) {
      return index.apply(seen.get(0)).selecting(namespace, template.labels());
    }
    List<InputObject> found = new ArrayList<>();
    seen.forEach(unit -> found.addAll(index.apply(unit).selecting(namespace, template.labels())));
    return found;
  }

  /** The NetworkPolicies anywhere in the input that select the pods of {@code template}. */
  public List<InputObject> policiesAnywhere(PodTemplate template) {
    return all.everything().policies().selecting(namespaceOf(template.owner()), template.labels());
  }

  /** The PodDisruptionBudgets anywhere in the input that select the pods of {@code template}. */
  public List<InputObject> budgetsAnywhere(PodTemplate template) {
    return all.everything().budgets().selecting(namespaceOf(template.owner()), template.labels());
  }

  /** The objects of the kind in the whole input, in the order read. */
  public List<InputObject> ofKindAnywhere(GroupKind kind) {
    return all.everything().ofKind(kind);
  }

  /** The PodDisruptionBudgets of any namespace whose labels are those of {@code template}. */
  public List<InputObject> budgetsOfAnyNamespace(PodTemplate template) {
    return all.budgetsOfAnyNamespace(template);
  }

  /** Everything that scales the object of that name, or the size of its pods, in the order read. */
  public List<InputObject> allAutoscalersOf(ObjectKey workload) {
    return nearest(unit -> unit.autoscalers().allOf(workload));
  }

  /** The same in the whole input. */
  public List<InputObject> allAutoscalersAnywhere(ObjectKey workload) {
    return all.everything().autoscalers().allOf(workload);
  }

  /** The autoscalers that set the number of pods of {@code workload}. */
  public List<InputObject> autoscalersOf(InputObject workload) {
    ObjectKey key = keyOf(workload);
    return nearest(unit -> unit.autoscalers().of(key));
  }

  /** The fewest pods that {@code workload} is meant to have. */
  public long lowestReplicas(InputObject workload) {
    return Autoscalers.lowestReplicas(workload, autoscalersOf(workload));
  }

  /** The most pods that {@code workload} is meant to have. */
  public long highestReplicas(InputObject workload) {
    return Autoscalers.highestReplicas(workload, autoscalersOf(workload));
  }

  /**
   * The amount that a LimitRange of the namespace gives to containers that leave it out; absent if
   * none does.
   *
   * @param field {@code default} for limits, {@code defaultRequest} for requests
   */
  public Node containerDefault(String namespace, String field, String resource) {
    for (UnitIndex unit : seen) {
      Node given = unit.containerDefaults().find(namespace, field, resource);
      if (given.isPresent()) {
        return given;
      }
    }
    return all.everything().containerDefaults().find(namespace, field, resource);
  }

  /** The definition of a custom kind. */
  public Optional<InputObject> definitionOf(GroupKind kind) {
    return identities.definitionOf(kind);
  }

  /** How many Services the namespace has. */
  public long countServices(String namespace) {
    long count = 0;
    for (UnitIndex unit : seen) {
      count += unit.services().count(namespace);
    }
    return count;
  }
}
