package dev.seaworthy.project.configuration;

import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.lint.RuleParameter;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.ValueProblems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what a configuration says of single rules: a word ({@code on}, {@code off} or a severity), or a
 * map with a severity and values of parameters. A rule of which anything but {@code off} is said runs,
 * whatever the profile has.
 */
final class RulesReader {

  private static final List<String> WORDS = List.of("on", "off", "error", "warning", "info");

  private final RuleCatalog catalog;
  private final ValueProblems problems;

  RulesReader(RuleCatalog catalog, ValueProblems problems) {
    this.catalog = catalog;
    this.problems = problems;
  }

  /** What is said of each rule, by its id. */
  Map<String, RuleChoice> choices(Section rules) {
    Map<String, RuleChoice> choices = new LinkedHashMap<>();
    for (Mapping.Entry entry : rules.node().entries()) {
      Optional<Rule> rule = catalog.find(entry.key());
      if (rule.isEmpty()) {
        problems.report(entry.keySpan(), unknown(entry.key()));
      } else {
        choices.put(entry.key(), choice(rule.get(), entry.value(), rules));
      }
      rules.field(entry.key());
    }
    return choices;
  }

  /** Tells if {@code name} is no rule's. */
  void requireKnown(Node name) {
    if (name.isString() && catalog.find(name.text()).isEmpty()) {
      problems.report(name, unknown(name.text()));
    }
  }

  private String unknown(String name) {
    return "there is no rule '" + name + "'; "
        + NearestName.to(name, catalog.all().stream().map(Rule::id).toList())
            .map(near -> "did you mean " + near + "?")
            .orElse("seaworthy rules tells which there are");
  }

  private RuleChoice choice(Rule rule, Node value, Section rules) {
    if (!value.isMapping()) {
      return ofWord(rules.oneOf(withoutTruth(value), "what '" + rule.id() + "' is set to", WORDS));
    }
    Section in = Section.of(value, rule.id(), problems);
    RuleChoice said = ofWord(in.oneOf(withoutTruth(in.field("severity")), "'severity'", WORDS));
    Map<String, Node> parameters = parameters(rule, in.section("parameters"));
    value.entries().forEach(entry -> requireNoParameter(rule, entry, in));
    in.done();
    Optional<Boolean> runs = said.runs().or(() -> Optional.of(true));
    return new RuleChoice(runs, said.severity(), parameters);
  }

  /** Tells where a parameter stands beside {@code parameters}, in place of below. */
  private void requireNoParameter(Rule rule, Mapping.Entry entry, Section in) {
    String name = entry.key();
    if (!name.equals("severity") && rule.parameter(name).isPresent()) {
      in.field(name);
      problems.report(
          entry.keySpan(),
          "'" + name + "' is a parameter of " + rule.id() + ": write it below 'parameters'");
    }
  }

  /** YAML takes {@code on} and {@code off} for truth values. */
  private static Node withoutTruth(Node value) {
    return value
        .asBoolean()
        .map(truth -> (Node) new Scalar(Scalar.Kind.STRING, truth ? "on" : "off", value.span()))
        .orElse(value);
  }

  private static RuleChoice ofWord(Optional<String> word) {
    return new RuleChoice(
        word.map(said -> !said.equals("off")), word.flatMap(Severity::find), Map.of());
  }

  private Map<String, Node> parameters(Rule rule, Section in) {
    Map<String, Node> values = new LinkedHashMap<>();
    for (RuleParameter parameter : rule.parameters()) {
      Node value = in.field(parameter.name());
      if (value.isPresent()) {
        ParameterType.mistake(parameter.type(), value)
            .ifPresent(must -> problems.report(value, "'" + parameter.name() + "' " + must));
        values.put(parameter.name(), value);
      }
    }
    in.done();
    return values;
  }
}
