package dev.seaworthy.validate.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Names under which programs look up what they are given: environment variables, keys of ConfigMaps and
 * Secrets, HTTP headers.
 */
public enum KeyFormat implements StringFormat {
  /** The name of an environment variable as it was before 1.34. */
  ENV_VAR_NAME(
      "env-var-name",
      text -> withDots(
          text,
          anyLength(
              text,
              Names::isEnvVarName,
              "must be letters, digits, '_', '-' or '.', and not start with a digit"))),
  /** The name of an environment variable: printable ASCII without an equals sign. */
  RELAXED_ENV_VAR_NAME("relaxed-env-var-name", KeyFormat::relaxedEnvVarName),
  /** An identifier of the C language. */
  C_IDENTIFIER(
      "c-identifier",
      text -> anyLength(
          text,
          Names::isCIdentifier,
          "must be letters, digits and '_', and not start with a digit")),
  /** The key of a ConfigMap or Secret. */
  CONFIG_KEY(
      "config-key",
      text -> withDots(
          text,
          NameProblems.of(
              text, 253, Names::isConfigKey, "must be letters, digits, '-', '_' or '.'"))),
  /** The name of an HTTP header. */
  HTTP_HEADER_NAME(
      "http-header-name",
      text -> anyLength(text, Names::isHttpHeaderName, "must be letters, digits or '-'"));

  private final String key;
  private final Function<String, List<String>> rule;

  KeyFormat(String key, Function<String, List<String>> rule) {
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

  private static List<String> anyLength(String text, Predicate<String> form, String message) {
    return NameProblems.of(text, Integer.MAX_VALUE, form, message);
  }

  private static List<String> relaxedEnvVarName(String text) {
    if (text.isEmpty()) {
      return List.of("must not be empty");
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '=') {
        return List.of("must be printable ASCII characters without '='");
      }
    }
    return List.of();
  }

  /** Keys become file names, which must not lead upwards. */
  private static List<String> withDots(String text, List<String> problems) {
    if (!text.equals(".") && !text.startsWith("..")) {
      return problems;
    }
    List<String> more = new ArrayList<>(problems);
    more.add(text.length() <= 2 ? "must not be '" + text + "'" : "must not start with '..'");
    return more;
  }
}
