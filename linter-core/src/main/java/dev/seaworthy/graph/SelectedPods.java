package dev.seaworthy.graph;

import dev.seaworthy.api.selector.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What selectors select: pods by the labels of their templates, Services by their own. Each question
 * goes to the nearest unit that has an answer; the whole input is asked where that something is there
 * at all is enough.
 */
public final class SelectedPods {

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

  private final InputGraph input;
  private final SeenUnits units;
  private final Map<Question, Object> ofSelected = new ConcurrentHashMap<>();

  SelectedPods(InputGraph input, SeenUnits units) {
    this.input = input;
    this.units = units;
  }

  /**
   * The pod templates of the namespace that {@code selector} selects, in the order read: those of the
   * nearest unit that has any.
   */
  public Stream<PodTemplate> templatesMatching(LabelSelector selector, String namespace) {
    for (UnitIndex unit : units.all()) {
      LabelIndex<PodTemplate> pods = unit.pods().in(namespace).byLabels();
      if (pods.first(selector).isPresent()) {
        return pods.matching(selector);
      }
    }
    return Stream.empty();
  }

  /** The pod templates that {@code selector} selects in any of the namespaces. */
  public Stream<PodTemplate> templatesMatching(LabelSelector selector, NamespaceChoice namespaces) {
    return namespaces
        .among(namespacesWithPods())
        .flatMap(namespace -> templatesMatching(selector, namespace));
  }

  private List<String> namespacesWithPods() {
    return units.all().stream()
        .flatMap(unit -> unit.pods().namespaces().stream())
        .distinct()
        .toList();
  }

  /** The pod templates of the namespace in the nearest unit that has any. */
  public List<PodTemplate> templatesIn(String namespace) {
    for (UnitIndex unit : units.all()) {
      List<PodTemplate> templates = unit.pods().in(namespace).templates();
      if (!templates.isEmpty()) {
        return templates;
      }
    }
    return List.of();
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
    return ofSelected(DeclaredPorts.class, selector, namespace, DeclaredPorts::of);
  }

  /** The Services that {@code selector} selects by their own labels, in the nearest such unit. */
  public List<InputObject> servicesMatching(LabelSelector selector, NamespaceChoice namespaces) {
    return units.nearest(unit -> unit.labelledServices().matching(selector, namespaces));
  }

  /** Whether {@code selector} selects Services anywhere in the input. */
  public boolean hasServicesMatching(LabelSelector selector, NamespaceChoice namespaces) {
    return !input.everything().labelledServices().matching(selector, namespaces).isEmpty();
  }

  /** How many pods that operators make {@code selector} selects. */
  public long countOperatorPods(LabelSelector selector, String namespace) {
    long count = 0;
    for (UnitIndex unit : units.all()) {
      count += unit.pods().in(namespace).countOfOperators(selector);
    }
    return count;
  }

  /** Whether {@code selector} selects pods that some operator makes. */
  public boolean hasOperatorPodsMatching(LabelSelector selector, String namespace) {
    return units.any(unit -> unit.pods().in(namespace).anyOfOperators(selector))
        || input.everything().pods().in(namespace).anyOfOperators(selector);
  }

  /** Whether {@code selector} selects pods of the namespace anywhere in the input. */
  public boolean selectsAnywhere(LabelSelector selector, String namespace) {
    return templatesMatching(selector, namespace).findFirst().isPresent()
        || input.everything().pods().in(namespace).byLabels().first(selector).isPresent()
        || hasOperatorPodsMatching(selector, namespace);
  }

  /** Whether {@code selector} selects pods of any namespace anywhere in the input. */
  public boolean selectsInAnyNamespace(LabelSelector selector) {
    return input.everything().pods().hasAny(selector);
  }

  /** Whether the namespace has any pods, whoever makes them. */
  public boolean hasPods(String namespace) {
    return units.any(unit -> !unit.pods().in(namespace).isEmpty());
  }

  /** Whether pods of the namespace stand in the folder of {@code object}, above or below it. */
  public boolean areBeside(InputObject object, String namespace) {
    List<Unit> around = Units.FOLDERS.seenFrom(object.file());
    return units.any(unit -> unit.pods().in(namespace).templates().stream()
        .map(pods -> Units.FOLDERS.seenFrom(pods.owner().file()))
        .anyMatch(theirs -> around.contains(theirs.get(0)) || theirs.contains(around.get(0))));
  }
}
