package dev.seaworthy.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Whose selectors select given pods: Services, policies, budgets, controllers. */
public final class SelectingObjects {

  private final InputGraph input;
  private final SeenUnits units;

  SelectingObjects(InputGraph input, SeenUnits units) {
    this.input = input;
    this.units = units;
  }

  /** The Services whose selector selects the pods of {@code template}. */
  public List<InputObject> servicesOf(PodTemplate template) {
    return selecting(template, UnitIndex::services);
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
    return units
        .own()
        .map(unit -> index.apply(unit).firstsSelecting(namespaceOf(template), template.labels()))
        .orElse(List.of());
  }

  private List<InputObject> selecting(
      PodTemplate template, Function<UnitIndex, SelectorIndex> index) {
    String namespace = namespaceOf(template);
    List<UnitIndex> all = units.all();
    if (all.size() == 1) {
      return index.apply(all.get(0)).selecting(namespace, template.labels());
    }
    List<InputObject> found = new ArrayList<>();
    all.forEach(unit -> found.addAll(index.apply(unit).selecting(namespace, template.labels())));
    return found;
  }

  /** The NetworkPolicies anywhere in the input that select the pods of {@code template}. */
  public List<InputObject> policiesAnywhere(PodTemplate template) {
    return input.everything().policies().selecting(namespaceOf(template), template.labels());
  }

  /** The PodDisruptionBudgets anywhere in the input that select the pods of {@code template}. */
  public List<InputObject> budgetsAnywhere(PodTemplate template) {
    return input.everything().budgets().selecting(namespaceOf(template), template.labels());
  }

  /** The PodDisruptionBudgets of any namespace whose labels are those of {@code template}. */
  public List<InputObject> budgetsOfAnyNamespace(PodTemplate template) {
    return input.budgetsOfAnyNamespace(template);
  }

  private String namespaceOf(PodTemplate template) {
    return input.identities().namespaceOf(template.owner());
  }
}
