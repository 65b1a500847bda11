package dev.seaworthy.report.text;

import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.report.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to do about more findings than anybody reads: which rules find most, and how to begin. */
final class NextSteps {

  /** As many findings as this are the mark of a project that has not been linted before. */
  private static final int MANY = 100;

  private static final int MOST_RULES = 10;

  private NextSteps() {}

  /** Empty where findings are few, and where a baseline is kept already. */
  static Optional<String> after(Tally tally) {
    int findings = 0;
    for (int ofRule : tally.rules().values()) {
      findings += ofRule;
    }
    return findings < MANY || tally.known() > 0
        ? Optional.empty()
        : Optional.of(text(frequent(tally.rules()), findings));
  }

  /** The most frequent first; equally frequent ones by name. */
  private static List<Map.Entry<String, Integer>> frequent(Map<String, Integer> rules) {
    List<Map.Entry<String, Integer>> all = new ArrayList<>(rules.entrySet());
    all.sort(Map.Entry.<String, Integer>comparingByValue()
        .reversed()
        .thenComparing(Map.Entry.comparingByKey()));
    return all.subList(0, Math.min(MOST_RULES, all.size()));
  }

  private static String text(List<Map.Entry<String, Integer>> rules, int findings) {
    int widest = rules.stream().mapToInt(rule -> rule.getKey().length()).max().orElse(0);
    int digits = Integer.toString(rules.get(0).getValue()).length();
    StringBuilder out = new StringBuilder("\nMost of the " + findings + " findings are of:\n");
    for (Map.Entry<String, Integer> rule : rules) {
      String count = rule.getValue().toString();
      String title = RuleCatalog.load().find(rule.getKey()).map(Rule::title).orElse("");
      out.append("  ").append(" ".repeat(digits - count.length())).append(count).append("  ");
      out.append((rule.getKey() + " ".repeat(widest - rule.getKey().length()) + "  " + title)
          .stripTrailing());
      out.append('\n');
    }
    return out
        + "To begin with, keep what is there for later: seaworthy lint --update-baseline PATH"
        + " writes it to\n"
        + ".seaworthy-baseline.yaml; with 'baseline: .seaworthy-baseline.yaml' in .seaworthy.yaml, or"
        + " --baseline,\n"
        + "only what is new is told from then on. seaworthy rules explain RULE gives the reasons of"
        + " one,\n"
        + "--disable RULE leaves it out, and --group rule shows what each has found.";
  }
}
