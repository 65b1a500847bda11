package dev.seaworthy.validate.check.batch;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.OptionalLong;

/** When an indexed Job has succeeded early. Mirrors validateSuccessPolicy. */
final class SuccessPolicyCheck {

  private static final int MOST_RULES = 20;
  private static final int LONGEST_LIST = 64 * 1024;

  private final Value policy;
  private final long completions;
  private final Errors errors;

  SuccessPolicyCheck(Value spec, Errors errors) {
    this.policy = spec.at("successPolicy");
    this.completions = spec.at("completions").number();
    this.errors = errors;
  }

  void check() {
    Value rules = policy.at("rules");
    if (rules.size() == 0) {
      errors.required(rules.path(), "required", "must have at least one rule");
    }
    if (rules.size() > MOST_RULES) {
      errors.tooMany(rules.path(), "maxItems", "must have at most " + MOST_RULES + " rules");
    }
    rules.items().forEach(this::rule);
  }

  private void rule(Value rule) {
    Value count = rule.at("succeededCount");
    Value indexes = rule.at("succeededIndexes");
    if (count.isAbsent() && indexes.isAbsent()) {
      errors.required(rule.path(), "any-success", "must have succeededCount or succeededIndexes");
    }
    long listed = indexes.isPresent() ? listed(indexes) : 0;
    if (count.isPresent()) {
      count(count, indexes.isPresent(), listed);
    }
  }

  private long listed(Value indexes) {
    if (indexes.text().length() > LONGEST_LIST) {
      errors.tooLong(
          indexes.path(), "maxLength", "must be at most " + LONGEST_LIST + " characters");
    }
    OptionalLong number = IndexList.size(indexes.text(), completions);
    if (number.isEmpty()) {
      errors.invalid(
          indexes.path(), "index-list", "must be rising indexes below completions, such as 0,2-4");
    }
    return number.orElse(0);
  }

  private void count(Value count, boolean hasList, long listed) {
    if (count.number() < 0) {
      errors.invalid(count.path(), "minimum", "must not be negative");
    }
    if (count.number() > completions) {
      errors.invalid(
          count.path(), "maximum", "is " + count.number() + ", must be at most completions");
    }
    if (hasList && count.number() > listed) {
      errors.invalid(
          count.path(), "listed-indexes", "is " + count.number() + ", more than there are indexes");
    }
  }
}
