package dev.seaworthy.lint;

import dev.seaworthy.api.GroupKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Rules by the kinds that they look at, so that an object meets only those that concern it. They are
 * made ready when the first object of such a kind comes: an input has few of all kinds. Safe for use by
 * several threads.
 */
final class RulesByKind {

  private final List<Rule> rules;
  private final Function<Rule, ActiveRule> activation;
  private final Map<String, ActiveRule> active = new ConcurrentHashMap<>();
  private final Map<GroupKind, OfKind> byKind = new ConcurrentHashMap<>();

  /**
   * The rules that look at objects of one kind.
   *
   * @param withoutPods those of them that have something to look at where an object makes no pods
   */
  record OfKind(List<ActiveRule> all, List<ActiveRule> withoutPods) {}

  /** Keeps the order of {@code rules}, which {@code activation} makes ready. */
  RulesByKind(List<Rule> rules, Function<Rule, ActiveRule> activation) {
    this.rules = rules;
    this.activation = activation;
  }

  /** The rules that look at objects of {@code kind}. */
  OfKind of(GroupKind kind) {
    OfKind known = byKind.get(kind);
    if (known == null) {
      known = concerning(kind);
      byKind.put(kind, known);
    }
    return known;
  }

  private OfKind concerning(GroupKind kind) {
    List<ActiveRule> all = new ArrayList<>();
    List<ActiveRule> withoutPods = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.concerns(kind)) {
        ActiveRule ready = active.computeIfAbsent(rule.id(), first -> activation.apply(rule));
        all.add(ready);
        if (!rule.each().isOfPods()) {
          withoutPods.add(ready);
        }
      }
    }
    return new OfKind(all, withoutPods);
  }
}
