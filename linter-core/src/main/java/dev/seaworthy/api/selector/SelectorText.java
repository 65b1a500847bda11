package dev.seaworthy.api.selector;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A selector as {@code kubectl -l} takes it: {@code app=web,tier!=back,env in (a,b),!legacy}. A label
 * that is missing satisfies {@code !=} and {@code notin}.
 */
final class SelectorText {

  /** The characters that a label's name may have; the API server refuses all others. */
  private static final String KEY = "[\\w./-]+";

  private static final Pattern SET =
      Pattern.compile("(" + KEY + ")\\s+(in|notin)\\s*\\(([^)]*)\\)");
  private static final Pattern EQUALITY =
      Pattern.compile("(" + KEY + ")\\s*(==|=|!=)\\s*([^\\s!=,()]*)");
  private static final Pattern PRESENCE = Pattern.compile("(!?)\\s*(" + KEY + ")");

  private final Map<String, String> equalities = new LinkedHashMap<>();
  private final List<Requirement> requirements = new ArrayList<>();

  SelectorText(String text) {
    for (String term : splitOutsideBrackets(text)) {
      if (!term.isBlank()) {
        read(term.strip());
      }
    }
  }

  Map<String, String> equalities() {
    return equalities;
  }

  List<Requirement> requirements() {
    return List.copyOf(requirements);
  }

  private void read(String term) {
    Matcher set = SET.matcher(term);
    Matcher equality = EQUALITY.matcher(term);
    Matcher presence = PRESENCE.matcher(term);
    if (set.matches()) {
      require(
          set.group(1),
          set.group(2).equals("in") ? "In" : "NotIn",
          List.of(set.group(3).strip().split("\\s*,\\s*")));
    } else if (equality.matches()) {
      equal(equality.group(1), equality.group(2).equals("!="), equality.group(3));
    } else if (presence.matches()) {
      require(
          presence.group(2), presence.group(1).isEmpty() ? "Exists" : "DoesNotExist", List.of());
    } else {
      require(term, "", List.of());
    }
  }

  private void equal(String key, boolean not, String value) {
    if (not) {
      require(key, "NotIn", List.of(value));
    } else if (equalities.putIfAbsent(key, value) != null) {
      require(key, "In", List.of(value));
    }
  }

  private void require(String key, String operator, List<String> values) {
    requirements.add(Requirement.of(key, operator, values));
  }

  private static List<String> splitOutsideBrackets(String text) {
    List<String> terms = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && depth == 0) {
        terms.add(text.substring(start, i));
        start = i + 1;
      }
    }
    terms.add(text.substring(start));
    return terms;
  }
}
