package dev.seaworthy.report.sarif;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.lint.NamedKinds;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.manifest.JsonWriter;
import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.simulate.outcome.OutcomeCodes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What SARIF is told of each rule that has a result: what it is about and what to do. */
final class RuleDescriptors {

  private final List<String> codes;
  private final RuleCatalog catalog = RuleCatalog.load();

  private final Map<String, String> ownRules;

  /** {@code ownRules} are the titles of those that a project has written for itself. */
  RuleDescriptors(Collection<Diagnostic> results, Map<String, String> ownRules) {
    this.ownRules = ownRules;
    TreeSet<String> used = new TreeSet<>();
    results.forEach(result -> used.add(result.code()));
    this.codes = new ArrayList<>(used);
  }

  /** The place of a rule in the list. */
  int indexOf(String code) {
    return codes.indexOf(code);
  }

  /** Writes the list {@code rules}. */
  void write(JsonWriter json) {
    json.name("rules").beginArray();
    for (String code : codes) {
      json.newLine().beginObject().field("id", code);
      Optional<Rule> rule = catalog.find(code);
      if (rule.isPresent()) {
        write(json, rule.get());
      } else {
        text(json, "shortDescription", ownRules.getOrDefault(code, titleOf(code)));
      }
      json.endObject();
    }
    json.endArray();
  }

  private void write(JsonWriter json, Rule rule) {
    String documentation = catalog.documentation(rule).strip();
    text(json, "shortDescription", rule.title());
    json.name("help")
        .beginObject()
        .field("text", documentation)
        .field("markdown", documentation)
        .endObject();
    json.name("defaultConfiguration")
        .beginObject()
        .field("level", level(rule.severity()))
        .endObject();
    json.name("properties").beginObject().name("tags").beginArray();
    json.value(rule.category()).endArray().endObject();
  }

  /** Of what no rule says. */
  private static String titleOf(String code) {
    return switch (code) {
      case "api-rejected" -> "The API server refuses the object";
      case "api-warning" -> "The API server warns of the object";
      case "placeholder" -> "A placeholder is not filled in";
      case "rule-failed" -> "A rule failed while it ran";
      case "suppression-invalid" -> "A suppression does not count";
      case "suppression-unused" -> "A suppression keeps nothing quiet";
      case NamedKinds.UNDEFINED -> "A rule names a kind that nobody has defined";
      default ->
        ProblemCode.of(code).isPresent()
            ? "Something kept a text from being judged: " + code
            : OutcomeCodes.ALL.contains(code)
                ? "Something that a cluster would make of it: " + code
                : "A rule of the project's own: " + code;
    };
  }

  static void text(JsonWriter json, String name, String text) {
    json.name(name).beginObject().field("text", text).endObject();
  }

  /** The word for a severity. */
  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "note";
    };
  }
}
