package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.graph.Customization.Affix;
import dev.seaworthy.graph.Providers.Provided;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The objects of one unit, by everything that they are looked for. Filled once, then asked by any. */
final class UnitIndex {

  private final Map<ObjectKey, List<InputObject>> byKey = new HashMap<>();
  private final Map<ObjectKey, List<InputObject>> providers = new HashMap<>();
  private final Map<GroupKind, List<InputObject>> byKind = new HashMap<>();
  private final Map<ObjectKey, List<InputObject>> bindings = new HashMap<>();
  private final List<ObjectKey> unread = new ArrayList<>(0);
  private final NameTable names = new NameTable();
  private final Autoscalers autoscalers = new Autoscalers();
  private final LimitRangeDefaults containerDefaults = new LimitRangeDefaults();
  private final PodIndex pods = new PodIndex();
  private final LabelledServices labelledServices = new LabelledServices();
  private final SelectorIndex services = new SelectorIndex();
  private final SelectorIndex policies = new SelectorIndex();
  private final SelectorIndex budgets = new SelectorIndex();
  private final SelectorIndex controllers = new SelectorIndex();

  private Lazy<Completeness> completeness = new Lazy<>(Completeness::new);

  /** Once everything is in: how much of what its objects name the input has. */
  void countReferences(InputGraph graph) {
    completeness = new Lazy<>(() -> {
      Completeness counted = new Completeness();
      byKind.values().stream()
          .flatMap(List::stream)
          .flatMap(object -> graph.referencesOf(object).stream())
          .forEach(reference -> counted.add(reference, graph));
      return counted;
    });
  }

  Completeness completeness() {
    return completeness.get();
  }

  void add(InputObject object, InputGraph graph) {
    String namespace = graph.identities().namespaceOf(object);
    ObjectKey key = graph.identities().keyOf(object);
    byKey.computeIfAbsent(key, k -> new ArrayList<>(1)).add(object);
    byKind.computeIfAbsent(object.kind(), k -> new ArrayList<>(1)).add(object);
    names.add(key);
    for (Provided provided : graph.providers().of(object, namespace)) {
      providers.computeIfAbsent(provided.key(), k -> new ArrayList<>(1)).add(object);
      if (provided.isMeant()) {
        names.add(provided.key());
      } else if (!provided.key().namespace().equals(Providers.EVERYWHERE)) {
        names.addMade(provided.key());
      }
    }
    for (Affix affix : object.placement().customization().affixes()) {
      ObjectKey renamed = new ObjectKey(object.kind(), namespace, affix.around(object.name()));
      providers.computeIfAbsent(renamed, k -> new ArrayList<>(1)).add(object);
    }
    object.template().ifPresent(template -> add(template, key));
    OperatorPods.of(object).ifPresent(pods.ofNamespace(namespace)::addOfOperator);
    PodSelectors.of(object)
        .ifPresent(selector -> indexFor(object).add(namespace, object, selector));
    if (object.kind().equals(PodSelectors.SERVICE)) {
      labelledServices.add(object, namespace);
    }
    autoscalers.add(object, graph);
    containerDefaults.add(object, namespace);
    if (References.isBinding(object)) {
      graph
          .referencesOf(object)
          .forEach(reference -> bindings
              .computeIfAbsent(reference.target(), k -> new ArrayList<>(1))
              .add(object));
    }
  }

  /** Pods whose labels are yet to be patched may be any. */
  private void add(PodTemplate template, ObjectKey owner) {
    pods.ofNamespace(owner.namespace()).add(template);
    if (template.owner().isUnsettled(template.path().child("metadata").child("labels"))) {
      unread.add(owner);
    }
  }

  private SelectorIndex indexFor(InputObject object) {
    if (object.kind().equals(PodSelectors.SERVICE)) {
      return services;
    }
    if (object.kind().equals(PodSelectors.NETWORK_POLICY)) {
      return policies;
    }
    return object.kind().equals(PodSelectors.BUDGET) ? budgets : controllers;
  }

  void addUnread(ObjectKey key) {
    unread.add(key);
  }

  List<InputObject> find(ObjectKey key) {
    return byKey.getOrDefault(key, List.of());
  }

  List<InputObject> providersOf(ObjectKey key) {
    return providers.getOrDefault(key, List.of());
  }

  boolean isProvided(ObjectKey key) {
    return byKey.containsKey(key)
        || providers.containsKey(key)
        || providers.containsKey(new ObjectKey(key.kind(), Providers.EVERYWHERE, key.name()));
  }

  Set<GroupKind> kinds() {
    return byKind.keySet();
  }

  List<InputObject> ofKind(GroupKind kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** The bindings that name the role or the account. */
  List<InputObject> bindingsOf(ObjectKey named) {
    return bindings.getOrDefault(named, List.of());
  }

  List<ObjectKey> unread() {
    return unread;
  }

  NameTable names() {
    return names;
  }

  Autoscalers autoscalers() {
    return autoscalers;
  }

  LimitRangeDefaults containerDefaults() {
    return containerDefaults;
  }

  PodIndex pods() {
    return pods;
  }

  LabelledServices labelledServices() {
    return labelledServices;
  }

  SelectorIndex services() {
    return services;
  }

  SelectorIndex policies() {
    return policies;
  }

  SelectorIndex budgets() {
    return budgets;
  }

  SelectorIndex controllers() {
    return controllers;
  }
}
