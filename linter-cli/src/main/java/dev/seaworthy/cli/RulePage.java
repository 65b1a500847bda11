package dev.seaworthy.cli;

import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.lint.RuleParameter;
import java.util.TreeSet;

/** All there is to know of a rule. */
final class RulePage {

  private RulePage() {}

  static String of(Rule rule, RuleCatalog catalog) {
    StringBuilder out = new StringBuilder();
    out.append(rule.id()).append(": ").append(rule.title()).append("\n\n");
    out.append("  severity    ").append(rule.severity().word()).append('\n');
    out.append("  category    ").append(rule.category()).append('\n');
    out.append("  profiles    ")
        .append(String.join(", ", new TreeSet<>(rule.profiles())))
        .append('\n');
    out.append("  since       ").append(rule.since()).append('\n');
    for (RuleParameter parameter : rule.parameters()) {
      out.append("  parameter   ")
          .append(parameter.name())
          .append(" (")
          .append(parameter.type())
          .append("), default ")
          .append(parameter.value().toJson())
          .append(": ")
          .append(parameter.help())
          .append('\n');
    }
    out.append('\n').append(catalog.documentation(rule).strip()).append('\n');
    if (!rule.remedy().isEmpty()) {
      out.append("\nRemedy: ").append(rule.remedy()).append('\n');
    }
    return out.toString();
  }
}
