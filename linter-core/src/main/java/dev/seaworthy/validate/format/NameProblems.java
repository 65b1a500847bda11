package dev.seaworthy.validate.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** In which ways a name is too long or ill-formed; the API server tells both at once. */
final class NameProblems {

  private NameProblems() {}

  static List<String> of(String text, int limit, Predicate<String> form, String message) {
    boolean fits = text.length() <= limit && Letters.bytes(text) <= limit;
    boolean formed = form.test(text);
    if (fits && formed) {
      return List.of();
    }
    List<String> problems = new ArrayList<>(2);
    if (!fits) {
      problems.add(tooLong(limit));
    }
    if (!formed) {
      problems.add(message);
    }
    return problems;
  }

  static String tooLong(int limit) {
    return "must be no more than " + limit + " bytes";
  }
}
