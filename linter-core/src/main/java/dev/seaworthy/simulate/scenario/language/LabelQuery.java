package dev.seaworthy.simulate.scenario.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A label selector as {@code kubectl -l} takes it: {@code app=web,tier!=back,env in (a,b),!legacy}.
 * A label that is missing satisfies {@code !=} and {@code notin}.
 */
public final class LabelQuery {

  /** Everything. */
  public static final LabelQuery ALL = new LabelQuery(List.of());

  private static final Pattern SET =
      Pattern.compile("([^\\s!=,()]+)\\s+(in|notin)\\s*\\(([^)]*)\\)");
  private static final Pattern EQUALITY =
      Pattern.compile("([^\\s!=,()]+)\\s*(==|=|!=)\\s*([^\\s!=,()]*)");
  private static final Pattern PRESENCE = Pattern.compile("(!?)\\s*([^\\s!=,()]+)");

  private final List<Predicate<Map<String, String>>> terms;

  private LabelQuery(List<Predicate<Map<String, String>>> terms) {
    this.terms = List.copyOf(terms);
  }

  /** Reads a selector; a term that is none of the known forms matches nothing. */
  public static LabelQuery parse(String text) {
    List<Predicate<Map<String, String>>> terms = new ArrayList<>();
    for (String term : splitOutsideBrackets(text)) {
      if (!term.isBlank()) {
        terms.add(term(term.strip()));
      }
    }
    return new LabelQuery(terms);
  }

  public boolean matches(Map<String, String> labels) {
    return terms.stream().allMatch(term -> term.test(labels));
  }

  private static Predicate<Map<String, String>> term(String text) {
    Matcher set = SET.matcher(text);
    if (set.matches()) {
      Set<String> values = Set.of(set.group(3).strip().split("\\s*,\\s*"));
      boolean wanted = set.group(2).equals("in");
      return labels -> isOneOf(labels.get(set.group(1)), values) == wanted;
    }
    Matcher equality = EQUALITY.matcher(text);
    if (equality.matches()) {
      boolean wanted = !equality.group(2).equals("!=");
      return labels -> equality.group(3).equals(labels.get(equality.group(1))) == wanted;
    }
    Matcher presence = PRESENCE.matcher(text);
    return presence.matches()
        ? labels -> labels.containsKey(presence.group(2)) == presence.group(1).isEmpty()
        : labels -> false;
  }

  private static boolean isOneOf(@Nullable String value, Set<String> values) {
    return value != null && values.contains(value);
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
