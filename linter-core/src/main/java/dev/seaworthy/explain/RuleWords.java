package dev.seaworthy.explain;

import dev.seaworthy.api.crd.StructuralSchema;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules that a definition has for a value (x-kubernetes-validations), in words. */
final class RuleWords {

  private static final Pattern OLD = Pattern.compile("\\boldSelf\\b");
  private static final Pattern UNCHANGED =
      Pattern.compile("\\s*(self\\s*==\\s*oldSelf|oldSelf\\s*==\\s*self)\\s*");

  private RuleWords() {}

  /** In a few words: whether the value can change, and how many rules more there are. */
  static List<String> brief(StructuralSchema schema) {
    List<String> words = new ArrayList<>();
    List<? extends Node> rules = schema.validationRules();
    long fixing = rules.stream().filter(RuleWords::isFixing).count();
    if (fixing > 0) {
      words.add("can't be changed");
    }
    long others = rules.size() - fixing;
    if (others > 0) {
      words.add(others == 1 ? "1 rule in CEL" : others + " rules in CEL");
    }
    return words;
  }

  /** Each rule: what its author says of it, when it is asked, and the expression. */
  static List<String> full(StructuralSchema schema) {
    List<String> lines = new ArrayList<>();
    for (Node rule : schema.validationRules()) {
      String message = rule.get("message").text().strip();
      String text = rule.get("rule").text().strip();
      lines.add((message.isEmpty() ? "must hold" : message)
          + (isAboutChanges(rule) ? " (asked of changes)" : ""));
      text.lines().forEach(line -> lines.add("    " + line.strip()));
    }
    return lines;
  }

  private static boolean isAboutChanges(Node rule) {
    return OLD.matcher(rule.get("rule").text()).find()
        && !rule.get("optionalOldSelf").isTrue();
  }

  private static boolean isFixing(Node rule) {
    return UNCHANGED.matcher(rule.get("rule").text()).matches();
  }
}
