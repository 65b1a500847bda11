package dev.seaworthy.validate.format;

import java.util.ArrayList;
import java.util.List;

/**
 * Names under which programs look up what they are given: environment variables, keys of ConfigMaps and
 * Secrets, HTTP headers.
 */
public enum KeyFormat implements StringFormat {
  /** The name of an environment variable as it was before 1.34. */
  ENV_VAR_NAME("env-var-name") {
    @Override
    public List<String> problems(String text) {
      return withDots(
          text,
          NameProblems.of(
              text,
              Integer.MAX_VALUE,
              Names::isEnvVarName,
              "must be letters, digits, '_', '-' or '.', and not start with a digit"));
    }
  },
  /** The name of an environment variable: printable ASCII without an equals sign. */
  RELAXED_ENV_VAR_NAME("relaxed-env-var-name") {
    @Override
    public List<String> problems(String text) {
      if (text.isEmpty()) {
        return List.of("must not be empty");
      }
      return text.chars().allMatch(c -> c >= ' ' && c <= '~' && c != '=')
          ? List.of()
          : List.of("must be printable ASCII characters without '='");
    }
  },
  /** An identifier of the C language. */
  C_IDENTIFIER("c-identifier") {
    @Override
    public List<String> problems(String text) {
      return NameProblems.of(
          text,
          Integer.MAX_VALUE,
          Names::isCIdentifier,
          "must be letters, digits and '_', and not start with a digit");
    }
  },
  /** The key of a ConfigMap or Secret. */
  CONFIG_KEY("config-key") {
    @Override
    public List<String> problems(String text) {
      return withDots(
          text,
          NameProblems.of(
              text, 253, Names::isConfigKey, "must be letters, digits, '-', '_' or '.'"));
    }
  },
  /** The name of an HTTP header. */
  HTTP_HEADER_NAME("http-header-name") {
    @Override
    public List<String> problems(String text) {
      return NameProblems.of(
          text, Integer.MAX_VALUE, Names::isHttpHeaderName, "must be letters, digits or '-'");
    }
  };

  private final String key;

  KeyFormat(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
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
