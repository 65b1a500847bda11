package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** Near which other pods a pod must or must not run. */
final class PodAffinityCheck {
  private final Errors errors;
  private final LabelKeysCheck labelKeys;

  PodAffinityCheck(Errors errors, PodScope scope) {
    this.errors = errors;
    this.labelKeys = new LabelKeysCheck(errors, scope);
  }

  void check(Value affinity) {
    affinity.at("requiredDuringSchedulingIgnoredDuringExecution").items().forEach(this::term);
    for (Value term :
        affinity.at("preferredDuringSchedulingIgnoredDuringExecution").items()) {
      term(term.at("podAffinityTerm"));
    }
  }

  private void term(Value term) {
    matchKeys(term);
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
