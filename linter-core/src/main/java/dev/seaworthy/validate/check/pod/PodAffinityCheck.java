package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;

/** Near which other pods a pod must or must not run. */
final class PodAffinityCheck {

  private final FieldRules rules;
  private final Errors errors;
  private final LabelKeysCheck labelKeys;

  PodAffinityCheck(FieldRules rules, PodScope scope) {
    this.rules = rules;
    this.errors = rules.errors();
    this.labelKeys = new LabelKeysCheck(rules, scope);
  }

  void check(Value affinity) {
    affinity.at("requiredDuringSchedulingIgnoredDuringExecution").items().forEach(this::term);
    for (Value term :
        affinity.at("preferredDuringSchedulingIgnoredDuringExecution").items()) {
      NodeAffinityCheck.weight(term.at("weight"), errors);
      term(term.at("podAffinityTerm"));
    }
  }

  private void term(Value term) {
    for (Value namespace : term.at("namespaces").items()) {
      rules.format(term.path().child("namespace"), namespace.text(), NameFormat.DNS1123_LABEL);
    }
    matchKeys(term);
    Value topology = term.at("topologyKey");
    rules.required(topology);
    rules.format(topology, NameFormat.QUALIFIED_NAME);
  }

  private void matchKeys(Value term) {
    Value match = term.at("matchLabelKeys");
    Value mismatch = term.at("mismatchLabelKeys");
    Value selector = term.at("labelSelector");
    labelKeys.areKeys(match, selector);
    labelKeys.areKeys(mismatch, selector);
    labelKeys.selectorLeavesThemAlone(term, match, selector);
    List<String> mismatched = mismatch.items().stream().map(Value::text).toList();
    for (Value key : match.items()) {
      if (mismatched.contains(key.text())) {
        errors.invalid(
            key.path(),
            "match-or-mismatch",
            "is '" + key.text() + "', which is in mismatchLabelKeys too");
      }
    }
  }
}
