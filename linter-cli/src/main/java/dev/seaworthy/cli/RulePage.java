package dev.seaworthy.cli;

import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.lint.RuleFix;
import dev.seaworthy.lint.RuleParameter;
import java.util.TreeSet;

/** All there is to know of a rule. */
final class RulePage {

  private RulePage() {}

  /** Where what is said of a property begins. */
  private static final String INDENT = " ".repeat(14);

  /** A rule that ships with the product. */
  static String of(Rule rule, RuleCatalog catalog, int width) {
    return of(rule, catalog.documentation(rule), width);
  }

  /** @param documentation why the rule is there and what to do, as Markdown; may be empty */
  static String of(Rule rule, String documentation, int width) {
    StringBuilder out = new StringBuilder();
    out.append(Prose.wrapped(rule.id() + ": " + rule.title(), width, "  ")).append("\n\n");
    property(out, "severity", rule.severity().word(), width);
    property(out, "category", rule.category(), width);
    property(out, "profiles", String.join(", ", new TreeSet<>(rule.profiles())), width);
    rule.fix().ifPresent(fix -> property(out, "fix", words(fix.safe()), width));
    property(out, "since", rule.since(), width);
    for (RuleParameter parameter : rule.parameters()) {
      property(out, "parameter", parameter(parameter), width);
    }
    out.append('\n').append(Prose.page(documentation.strip(), width));
    if (!rule.remedy().isEmpty()) {
      out.append('\n')
          .append(Prose.wrapped("Remedy: " + rule.remedy(), width, ""))
          .append('\n');
    }
    return out.toString();
  }

  private static String words(RuleFix.Safety safety) {
    return switch (safety) {
      case TRUE -> "lint --fix";
      case FALSE -> "lint --fix-unsafe";
      case SOMETIMES -> "lint --fix where it is safe, else lint --fix-unsafe";
    };
  }

  private static String parameter(RuleParameter parameter) {
    return parameter.name() + " (" + parameter.type() + "), default "
        + parameter.value().toJson() + ": " + parameter.help();
  }

  /** Of what a rule of one's own leaves out there is nothing to say. */
  private static void property(StringBuilder out, String name, String value, int width) {
    if (value.isEmpty()) {
      return;
    }
    int left = width - INDENT.length();
    out.append("  ").append(name).append(" ".repeat(INDENT.length() - 2 - name.length()));
    out.append(Prose.wrapped(Prose.plain(value), left, "").replace("\n", "\n" + INDENT))
        .append('\n');
  }
}
