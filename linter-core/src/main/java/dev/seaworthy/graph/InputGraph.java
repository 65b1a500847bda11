package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.NameIndex;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * All objects of an input, unit by unit. What an object has to do with others is asked of {@link
 * #seenFrom}: the same question has other answers in other units.
 */
public final class InputGraph {

  private static final GroupKind NAMESPACE = GroupKind.of("", "Namespace");

  private record Keys(InputObject object, String field) {}

  private final List<InputObject> objects;
  private final Identities identities;
  private final Providers providers;
  private final Layout layout;
  private final Alternatives alternatives;
  private final Map<Unit, Contents> byUnit = new LinkedHashMap<>();
  private final Map<List<Unit>, ResourceGraph> views = new ConcurrentHashMap<>();
  private final Map<String, ResourceGraph> viewsByFile = new ConcurrentHashMap<>();
  private final Map<InputObject, List<Reference>> references = new ConcurrentHashMap<>();
  private final Map<Keys, NameIndex> keyNames = new ConcurrentHashMap<>();
  private final Map<ObjectKey, Map<String, InputObject>> firstsOfGroups = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();
  private final Lazy<SelectorIndex> budgets = new Lazy<>(this::budgetsIndexed);
  private final Lazy<CustomResources> customResources = new Lazy<>(this::definitionsIndexed);
  private final Lazy<Map<ObjectKey, List<Reference>>> referrers =
      new Lazy<>(this::referrersIndexed);
  private final Lazy<Map<InputObject, Integer>> positions = new Lazy<>(this::positionsCounted);
  private final Lazy<Set<String>> namespaces = new Lazy<>(this::namespacesGathered);
  private final Lazy<UnitIndex> everything = new Lazy<>(this::everythingIndexed);

  /**
   * @param unread what is there but could not be read
   * @param defaultNamespace the namespace that objects without one will go to; empty if nobody knows
   * @param known what the API knows of kinds; definitions among {@code objects} go before it
   * @param layout how the files hang together
   */
  public InputGraph(
      List<InputObject> objects,
      List<Unread> unread,
      String defaultNamespace,
      KnownKinds known,
      Layout layout) {
    this.objects = List.copyOf(objects);
    this.identities = Identities.of(this.objects, defaultNamespace, known);
    this.providers = Providers.with(layout.provided());
    this.layout = layout;
    this.alternatives = Alternatives.of(this.objects, identities, layout.units());
    for (InputObject object : this.objects) {
      contents(unitOf(object)).objects.add(object);
      if (isAlternative(object)) {
        contents(alternativesOf(sharedUnit(object))).objects.add(object);
      }
    }
    for (Unread one : unread) {
      add(one);
    }
    layout.incomplete().forEach(unit -> contents(unit).unread.add(Unread.ANYTHING));
  }

  /** What a unit is made of, and an index of it for whoever first asks. */
  private final class Contents {

    private final List<InputObject> objects = new ArrayList<>();
    private final List<ObjectKey> unread = new ArrayList<>(0);
    private final Lazy<UnitIndex> index = new Lazy<>(this::indexed);

    private UnitIndex indexed() {
      UnitIndex made = indexOf(objects);
      unread.forEach(made::addUnread);
      made.countReferences(InputGraph.this);
      return made;
    }
  }

  private UnitIndex indexOf(List<InputObject> members) {
    UnitIndex index = new UnitIndex();
    for (InputObject object : members) {
      index.add(object, this);
    }
    return index;
  }

  private Contents contents(Unit unit) {
    return byUnit.computeIfAbsent(unit, u -> new Contents());
  }

  /**
   * What nearly every question needs, to be made ready part by part: worth several threads where the
   * input is large. What nobody has made ready is made when it is first asked for.
   */
  public List<Runnable> preparations() {
    List<Runnable> parts = new ArrayList<>();
    parts.add(everything::get);
    for (Contents unit : byUnit.values()) {
      parts.add(() -> {
        unit.index.get();
        unit.objects.forEach(this::referencesOf);
      });
    }
    return parts;
  }

  private void add(Unread one) {
    Optional<Unit> unit = one.file().map(file -> layout.units().seenFrom(file).get(0));
    if (unit.isPresent()) {
      contents(unit.get()).unread.add(one.key());
    } else {
      byUnit.values().forEach(contents -> contents.unread.add(one.key()));
    }
  }

  private UnitIndex everythingIndexed() {
    if (byUnit.size() == 1) {
      return byUnit.values().iterator().next().index.get();
    }
    return indexOf(objects);
  }

  public List<InputObject> objects() {
    return objects;
  }

  /** The unit that {@code object} is applied with: one of several alternatives is its own. */
  public Unit unitOf(InputObject object) {
    return isAlternative(object) ? new Unit(object.file()) : sharedUnit(object);
  }

  private Unit sharedUnit(InputObject object) {
    return layout.units().seenFrom(object.file()).get(0);
  }

  /** Whether another file of the unit is applied in place of the object's. */
  boolean isAlternative(InputObject object) {
    return alternatives.has(object.file());
  }

  /** Whether so many files of the unit have the object that one of these is meant. */
  boolean isSample(InputObject object) {
    return alternatives.isSample(sharedUnit(object), identities.keyOf(object));
  }

  /** All that is an alternative in {@code unit}, of which others see what they need. */
  private static Unit alternativesOf(Unit unit) {
    return new Unit(unit.name() + "/*");
  }

  /** What {@code object} sees of all this. */
  public ResourceGraph seenFrom(InputObject object) {
    List<Unit> around = layout.units().seenFrom(object.file());
    return alternatives.isEmpty()
        ? views.computeIfAbsent(around, this::view)
        : viewsByFile.computeIfAbsent(
            object.file(), file -> view(withAlternatives(object, around)));
  }

  private List<Unit> withAlternatives(InputObject object, List<Unit> around) {
    boolean alternative = isAlternative(object);
    List<Unit> seen = new ArrayList<>(around.size() * 2 + 1);
    if (alternative) {
      seen.add(unitOf(object));
    }
    for (Unit unit : around) {
      seen.add(unit);
      if (!alternative || unit != around.get(0)) {
        seen.add(alternativesOf(unit));
      }
    }
    return seen;
  }

  private ResourceGraph view(List<Unit> seen) {
    List<UnitIndex> indices = new ArrayList<>(seen.size());
    for (Unit unit : seen) {
      Contents contents = byUnit.get(unit);
      if (contents != null) {
        indices.add(contents.index.get());
      }
    }
    return new ResourceGraph(this, List.copyOf(indices));
  }

  /** Whether the object is there, or comes into being, somewhere in the input or in every cluster. */
  boolean isProvided(ObjectKey key) {
    return everything().isProvided(key)
        || StandingObjects.has(key)
        || layout.generates(key.kind(), key.name());
  }

  /** The first object of that name of each group, by the names that {@code groupsOf} gives groups. */
  Map<String, InputObject> firstsOfGroups(
      ObjectKey key, Function<InputObject, List<String>> groupsOf) {
    return firstsOfGroups.computeIfAbsent(key, k -> {
      Map<String, InputObject> byGroup = new HashMap<>();
      everything()
          .find(k)
          .forEach(object ->
              groupsOf.apply(object).forEach(group -> byGroup.putIfAbsent(group, object)));
      return byGroup;
    });
  }

  /** Which of {@code names} stand in files of the input that hold no objects. */
  Set<String> namedInOtherTexts(Set<String> names) {
    Set<String> known = new HashSet<>();
    objects.forEach(object -> known.add(object.file()));
    return layout.others().naming(names, known);
  }

  /** Budgets that would select pods if these were in the budget's namespace; not those of all pods. */
  private SelectorIndex budgetsIndexed() {
    SelectorIndex index = new SelectorIndex();
    for (InputObject budget : everything().ofKind(PodSelectors.BUDGET)) {
      PodSelectors.of(budget)
          .filter(selector -> !selector.isEmpty())
          .ifPresent(selector -> index.add("", budget, selector));
    }
    return index;
  }

  List<InputObject> budgetsOfAnyNamespace(PodTemplate template) {
    return budgets.get().selecting("", template.labels());
  }

  private CustomResources definitionsIndexed() {
    return CustomResources.of(everything().ofKind(KindScopes.DEFINITION));
  }

  /** The resources that definitions of the input bring. */
  CustomResources customResources() {
    return customResources.get();
  }

  private Map<ObjectKey, List<Reference>> referrersIndexed() {
    Map<ObjectKey, List<Reference>> index = new HashMap<>();
    for (InputObject object : objects) {
      for (Reference reference : referencesOf(object)) {
        index.computeIfAbsent(reference.target(), k -> new ArrayList<>(1)).add(reference);
      }
    }
    return index;
  }

  /** Something that is made of all objects, made once. */
  Object derived(Class<?> kind, Function<Class<?>, Object> maker) {
    return derived.computeIfAbsent(kind, maker);
  }

  /** The places that name the object. */
  List<Reference> referrersOf(ObjectKey key) {
    return referrers.get().getOrDefault(key, List.of());
  }

  private Map<InputObject, Integer> positionsCounted() {
    Map<InputObject, Integer> counted = new HashMap<>();
    objects.forEach(object -> counted.put(object, counted.size()));
    return counted;
  }

  /** Whether {@code one} was read before {@code other}. */
  boolean isBefore(InputObject one, InputObject other) {
    Map<InputObject, Integer> all = positions.get();
    return all.getOrDefault(one, 0) < all.getOrDefault(other, 0);
  }

  private Set<String> namespacesGathered() {
    Set<String> gathered = new TreeSet<>();
    for (InputObject object : objects) {
      boolean isOne = object.kind().equals(NAMESPACE);
      gathered.add(isOne ? object.name() : identities.namespaceOf(object));
    }
    gathered.remove("");
    return gathered;
  }

  /** The namespaces that objects are in, or are. */
  Set<String> namespaces() {
    return namespaces.get();
  }

  Identities identities() {
    return identities;
  }

  Providers providers() {
    return providers;
  }

  /** All units as if they were one: what is there may be what somebody looks for elsewhere. */
  UnitIndex everything() {
    return everything.get();
  }

  /** The objects that {@code object} names. */
  List<Reference> referencesOf(InputObject object) {
    return references.computeIfAbsent(object, o -> References.of(o, identities));
  }

  /** The key of the mapping {@code field} of {@code object} that {@code written} may be a slip for. */
  Optional<String> nearestKey(InputObject object, String field, String written) {
    return keyNames
        .computeIfAbsent(
            new Keys(object, field),
            keys -> NameIndex.of(keys.object().at(FieldPath.of(keys.field())).entries().stream()
                .map(Mapping.Entry::key)
                .toList()))
        .nearest(written);
  }
}
