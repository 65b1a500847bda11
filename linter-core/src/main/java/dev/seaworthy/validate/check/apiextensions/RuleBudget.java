package dev.seaworthy.validate.check.apiextensions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the rules of a schema cost at most. Each has a limit, and all of them together; mirrors
 * ValidateCustomResourceDefinitionOpenAPISchema with TotalCost.
 */
final class RuleBudget {

  private static final long OF_ONE = 10_000_000;
  private static final long OF_ALL = 100_000_000;

  /** Rules below a hundredth of what all may cost are not blamed for the total. */
  private static final long WORTH_NAMING = OF_ALL / 100;

  private static final int MOST_NAMED = 4;

  private final Findings findings;
  private final List<Spent> dear = new ArrayList<>();
  private long total;

  private record Spent(Place expression, long cost) {}

  RuleBudget(Findings findings) {
    this.findings = findings;
  }

  /** Counts an expression that is asked so often that it costs {@code cost} altogether. */
  void spend(Place expression, long cost) {
    total = total > Long.MAX_VALUE - cost ? Long.MAX_VALUE : total + cost;
    if (cost > OF_ONE) {
      findings.forbidden(
          expression,
          "rule-cost",
          "may cost too much: simplify it, or bound lists, maps and texts by maxItems,"
              + " maxProperties and maxLength");
    }
    if (cost >= WORTH_NAMING) {
      dear.add(new Spent(expression, cost));
    }
  }

  /** Judges what all rules below {@code root} cost together. */
  void settle(Place root) {
    if (total <= OF_ALL) {
      return;
    }
    dear.sort(Comparator.comparingLong(Spent::cost).reversed());
    dear.stream()
        .limit(MOST_NAMED)
        .forEach(spent -> findings.forbidden(
            spent.expression(), "total-cost", "is among the rules that cost too much together"));
    findings.forbidden(root, "total-cost", "has rules that may cost too much together");
  }
}
