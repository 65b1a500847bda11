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
  private final Map<GroupKind, List<ActiveRule>> byKind = new ConcurrentHashMap<>();

  /** Keeps the order of {@code rules}, which {@code activation} makes ready. */
  RulesByKind(List<Rule> rules, Function<Rule, ActiveRule> activation) {
    this.rules = rules;
    this.activation = activation;
  }

  /** The rules that look at objects of {@code kind}. */
  List<ActiveRule> of(GroupKind kind) {
    List<ActiveRule> known = byKind.get(kind);
    if (known == null) {
      known = concerning(kind);
      byKind.put(kind, known);
    }
    return known;
  }

  private List<ActiveRule> concerning(GroupKind kind) {
    List<ActiveRule> concerning = new ArrayList<>();
    for (Rule rule : rules) {
      if (rule.concerns(kind)) {
        concerning.add(active.computeIfAbsent(rule.id(), first -> activation.apply(rule)));
      }
    }
    return concerning;
  }
}
