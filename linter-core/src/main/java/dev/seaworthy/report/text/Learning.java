package dev.seaworthy.report.text;

import dev.seaworthy.diagnostic.Diagnostic;
import java.util.Locale;
import java.util.Optional;

/** Which command tells more about what a diagnostic speaks of. */
final class Learning {

  private Learning() {}

  static Optional<String> about(Diagnostic diagnostic) {
    if (isRule(diagnostic)) {
      return Optional.of("seaworthy rules explain " + diagnostic.code());
    }
    return diagnostic
        .field()
        .filter(field -> !field.isEmpty())
        .flatMap(field -> diagnostic
            .subject()
            .map(subject -> "seaworthy explain " + subject.kind().toLowerCase(Locale.ROOT) + "."
                + structOf(field)));
  }

  /** Whether the diagnostic comes from a rule, not from the API server or from reading. */
  static boolean isRule(Diagnostic diagnostic) {
    return switch (diagnostic.code()) {
      case "api-rejected", "api-warning", "unreadable", "syntax", "not-kubernetes", "limit" ->
        false;
      default -> true;
    };
  }

  /** The field without indices and map keys, which an explanation does not need. */
  private static String structOf(String field) {
    return field.replaceAll("\\[[^\\]]*\\]", "");
  }
}
