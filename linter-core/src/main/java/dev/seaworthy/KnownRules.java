package dev.seaworthy;

import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;

/** A misspelt name must not pass as a rule's: the one that is meant would go on, or never run. */
final class KnownRules {

  private KnownRules() {}

  /**
   * {@code rule} itself, if {@code catalog} has it.
   *
   * @throws IllegalArgumentException if there is no such rule
   */
  static String require(String rule, RuleCatalog catalog) {
    if (catalog.find(rule).isEmpty()) {
      throw new IllegalArgumentException("there is no rule '" + rule + "'" + hint(rule, catalog));
    }
    return rule;
  }

  private static String hint(String rule, RuleCatalog catalog) {
    return NearestName.to(rule, catalog.all().stream().map(Rule::id).toList())
        .map(name -> "; did you mean " + name + "?")
        .orElse("; seaworthy rules tells which there are");
  }
}
