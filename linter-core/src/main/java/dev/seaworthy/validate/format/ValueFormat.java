package dev.seaworthy.validate.format;

import dev.seaworthy.cel.server.SemanticVersion;
import java.util.List;
import java.util.function.Function;

/** Numbers, versions and times that the API takes as text. */
public enum ValueFormat implements StringFormat {
  /** A percentage, such as {@code 25%}. */
  PERCENT(
      "percent",
      text -> Names.isPercent(text) ? List.of() : List.of("must be digits and '%', such as 25%")),
  /** A whole number in decimal digits without leading zeros. */
  DECIMAL_INTEGER(
      "decimal-integer",
      text -> Names.isDecimalInteger(text)
          ? List.of()
          : List.of("must be a whole number in decimal digits without leading zeros")),
  /** A version of semver.org: {@code 1.2.3-beta.1}. */
  SEMVER(
      "semver",
      text -> SemanticVersion.parse(text, false).isPresent()
          ? List.of()
          : List.of("must be a version as semver.org has it, such as 1.2.3")),
  /** A UUID in lower case. */
  UUID(
      "uuid",
      text -> Names.isUuid(text)
          ? List.of()
          : List.of("must be a UUID in lower case, 8-4-4-4-12 hexadecimal digits")),
  /** When a CronJob starts its jobs. */
  CRON_SCHEDULE("cron-schedule", CronSchedule::problems);

  private final String key;
  private final Function<String, List<String>> rule;

  ValueFormat(String key, Function<String, List<String>> rule) {
    this.key = key;
    this.rule = rule;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public List<String> problems(String text) {
    return rule.apply(text);
  }
}
