package dev.seaworthy.validate.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Names of fields as rules write them: what is no identifier is escaped. */
final class FieldNames {

  private static final Set<String> RESERVED = Set.of(
      "true",
      "false",
      "null",
      "in",
      "as",
      "break",
      "const",
      "continue",
      "else",
      "for",
      "function",
      "if",
      "import",
      "let",
      "loop",
      "package",
      "namespace",
      "return",
      "var",
      "void",
      "while");

  /** What no expression can have after a dot. */
  private static final Set<String> TOKENS = Set.of("true", "false", "null", "in");

  private FieldNames() {}

  /**
   * All names that rules may use: a reserved word that is no token of the language also stands for
   * itself.
   */
  static List<String> all(String name) {
    Optional<String> escaped = escaped(name);
    return RESERVED.contains(name) && !TOKENS.contains(name)
        ? List.of(escaped.orElse(name), name)
        : escaped.map(List::of).orElse(List.of());
  }

  /** The name in rules; empty if the field cannot be written there. */
  static Optional<String> escaped(String name) {
    if (RESERVED.contains(name)) {
      return Optional.of("__" + name + "__");
    }
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      boolean isDigit = c >= '0' && c <= '9';
      if (name.startsWith("__", i)) {
        escaped.append("__underscores__");
        i++;
      } else if (isLetter || (isDigit && i > 0)) {
        escaped.append(c);
      } else if (c == '.' || c == '-' || c == '/') {
        escaped.append(c == '.' ? "__dot__" : c == '-' ? "__dash__" : "__slash__");
      } else {
        return Optional.empty();
      }
    }
    return escaped.length() == 0 ? Optional.empty() : Optional.of(escaped.toString());
  }
}
