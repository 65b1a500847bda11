package dev.seaworthy.lint.check;

import java.util.ArrayList;
import java.util.List;

/** The variables that a text names as {@code $(NAME)}; {@code $$(NAME)} names none. */
final class EnvironmentReferences {

  private EnvironmentReferences() {}

  /** The names, in their order. What no variable can be called, such as a command of a shell, is none. */
  static List<String> in(String text) {
    List<String> names = new ArrayList<>();
    int at = text.indexOf('$');
    while (at >= 0 && at + 1 < text.length()) {
      int next = at + 1;
      if (text.charAt(next) == '$') {
        next++;
      } else if (text.charAt(next) == '(') {
        int close = text.indexOf(')', next);
        if (close < 0) {
          return names;
        }
        String name = text.substring(next + 1, close);
        if (isName(name)) {
          names.add(name);
        }
        next = close + 1;
      }
      at = text.indexOf('$', next);
    }
    return names;
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && !Character.isDigit(text.charAt(0))
        && text.chars().allMatch(c -> c == '_' || c == '.' || c == '-' || isLetterOrDigit(c));
  }

  private static boolean isLetterOrDigit(int c) {
    return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
  }
}
