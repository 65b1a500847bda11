package dev.seaworthy.lint;

import dev.seaworthy.api.GroupKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules by the kinds that they look at, so that an object meets only those that concern it. */
final class RulesByKind {

  /** Those of each kind that some rule names. */
  private final Map<GroupKind, List<ActiveRule>> named = new HashMap<>();

  private final List<ActiveRule> ofAnyKind;

  /** Keeps the order of {@code rules}. */
  RulesByKind(List<ActiveRule> rules) {
    Set<GroupKind> kinds = new HashSet<>();
    rules.forEach(rule -> kinds.addAll(rule.rule().kinds()));
    for (GroupKind kind : kinds) {
      named.put(kind, only(rules, rule -> rule.concerns(kind)));
    }
    this.ofAnyKind = only(rules, rule -> rule.rule().kinds().isEmpty());
  }

  private interface Test {
    boolean takes(ActiveRule rule);
  }

  private static List<ActiveRule> only(List<ActiveRule> rules, Test test) {
    List<ActiveRule> taken = new ArrayList<>();
    for (ActiveRule rule : rules) {
      if (test.takes(rule)) {
        taken.add(rule);
      }
    }
    return taken;
  }

  /** The rules that look at objects of {@code kind}. */
  List<ActiveRule> of(GroupKind kind) {
    return named.getOrDefault(kind, ofAnyKind);
  }
}
