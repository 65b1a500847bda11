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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the objects of a unit have to do with each other and with what else they see: the units that
 * are applied with theirs, the nearest first. Whether something exists at all is asked of the whole
 * input: an object of another unit is no fault, and nothing follows from what it holds.
 *
 * <p>Questions are answered from indices that are made once: the cost of one question does not grow
 * with the input. Once made it may be asked by several threads.
 */
public final class ResourceGraph {

  private static final String DEFAULT = "default";

  private final InputGraph all;
  private final Identities identities;
  private final SeenUnits units;
  private final SelectedPods pods;
  private final SelectingObjects selecting;
  private final Scaling scaling;
  private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

  ResourceGraph(InputGraph all, List<UnitIndex> seen) {
    this.all = all;
    this.identities = all.identities();
    this.units = new SeenUnits(seen);
    this.pods = new SelectedPods(all, units);
    this.selecting = new SelectingObjects(all, units);
    this.scaling = new Scaling(all, units);
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

  /** What selectors select. */
  public SelectedPods pods() {
    return pods;
  }

  /** Whose selectors select given pods. */
  public SelectingObjects selecting() {
    return selecting;
  }

  /** How many pods workloads have. */
  public Scaling scaling() {
    return scaling;
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

  /**
   * Whether it is where objects go that say nothing of namespaces, or those that nobody told
   * otherwise.
   */
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
    return units.nearest(unit -> unit.find(key));
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
    return findFor(reference.from(), reference.target());
  }

  /** The object that {@code referrer} means by {@code key}: of several the one in its file. */
  public Optional<InputObject> findFor(InputObject referrer, ObjectKey key) {
    List<InputObject> found = find(key);
    return found.stream()
        .filter(object -> object.file().equals(referrer.file()))
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
    return units.all().stream().flatMap(unit -> unit.ofKind(kind).stream());
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
    return units.all().stream()
        .flatMap(unit -> unit.kinds().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the cluster and its platform fill the namespace with much that no input has. */
  public boolean isOfPlatform(String namespace) {
    return StandingObjects.isOfPlatform(namespace);
  }

  /** Whether there is an object of the kind. */
  public boolean hasAny(GroupKind kind) {
    return units.any(unit -> !unit.ofKind(kind).isEmpty());
  }

  /** Whether the namespace has, or gets, objects of the kind. */
  public boolean hasAny(GroupKind kind, String namespace) {
    return units.any(unit -> unit.names().hasAny(kind, namespace));
  }

  /**
   * Whether most objects of the kind and namespace that are named here are not in the input: they are
   * kept elsewhere.
   */
  public boolean areKeptElsewhere(GroupKind kind, String namespace) {
    int there = 0;
    int missing = 0;
    for (UnitIndex unit : units.all()) {
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
    return units.own().filter(unit -> !unit.ofKind(kind).isEmpty()).isPresent();
  }

  /**
   * Whether the object is anywhere in the input, or something there brings it into being, or every
   * cluster has it.
   */
  public boolean isProvided(ObjectKey key) {
    return units.any(unit -> unit.isProvided(key)) || all.isProvided(key);
  }

  /**
   * Whether the object may be one that an operator, or a release of a chart, makes of what the input
   * has: its name begins with the name of that. Where no namespaces are written, only what is applied
   * with this unit counts.
   */
  public boolean mayBeMade(ObjectKey key) {
    MadeNames anywhere = madeAnywhere();
    if (isClusterScoped(key.kind())) {
      return anywhere.ofReleasesHave(key.name());
    }
    MadeNames here = derived(MadeNames.class, graph -> MadeNames.of(units.all(), graph));
    return key.namespace().isEmpty()
        ? here.haveAnywhere(key.name())
        : anywhere.haveIn(key.namespace(), key.name()) || here.haveIn("", key.name());
  }

  private MadeNames madeAnywhere() {
    return derivedOfAll(MadeNames.class, graph -> MadeNames.of(List.of(all.everything()), graph));
  }

  /** Whether {@code selector} asks for the name of a release of a chart, or for that of the chart. */
  public boolean mayBeOfRelease(LabelSelector selector) {
    return selector.equalities().values().stream().anyMatch(madeAnywhere()::areOfRelease);
  }

  /** The objects that bring the object into being. */
  public List<InputObject> providersOf(ObjectKey key) {
    return units.nearest(unit -> unit.providersOf(key));
  }

  /** Whether the object may be one of those that could not be read. */
  public boolean mayBeUnreadable(ObjectKey key) {
    return units.any(
        unit -> unit.unread().stream().anyMatch(unread -> identities.couldBe(unread, key)));
  }

  /** Whether an object with pods of the namespace may be one of those that could not be read. */
  public boolean mayHaveUnreadablePods(String namespace) {
    return units.any(unit ->
        unit.unread().stream().anyMatch(unread -> identities.couldHavePods(unread, namespace)));
  }

  List<UnitIndex> seen() {
    return units.all();
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

  /** The objects of the kind in the whole input, in the order read. */
  public List<InputObject> ofKindAnywhere(GroupKind kind) {
    return all.everything().ofKind(kind);
  }

  /**
   * The amount that a LimitRange of the namespace gives to containers that leave it out; absent if
   * none does.
   *
   * @param field {@code default} for limits, {@code defaultRequest} for requests
   */
  public Node containerDefault(String namespace, String field, String resource) {
    for (UnitIndex unit : units.all()) {
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
    for (UnitIndex unit : units.all()) {
      count += unit.services().count(namespace);
    }
    return count;
  }
}
