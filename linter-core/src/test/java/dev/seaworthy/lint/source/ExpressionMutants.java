package dev.seaworthy.lint.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions that differ in one point from another, as a slip of the pen would. */
final class ExpressionMutants {

  /** What stands in place of each word; longer words are tried before shorter ones. */
  private static final Map<String, List<String>> SLIPS = Map.ofEntries(
      Map.entry("&&", List.of("||")),
      Map.entry("||", List.of("&&")),
      Map.entry("==", List.of("!=")),
      Map.entry("!=", List.of("==")),
      Map.entry("<=", List.of("<", ">")),
      Map.entry(">=", List.of(">", "<")),
      Map.entry("<", List.of("<=", ">")),
      Map.entry(">", List.of(">=", "<")),
      Map.entry("!", List.of("")),
      Map.entry("true", List.of("false")),
      Map.entry("false", List.of("true")),
      Map.entry(".exists(", List.of(".all(")),
      Map.entry(".all(", List.of(".exists(")),
      Map.entry("startsWith", List.of("endsWith")),
      Map.entry("endsWith", List.of("startsWith")),
      Map.entry("isGreaterThan", List.of("isLessThan")),
      Map.entry("isLessThan", List.of("isGreaterThan")));

  private static final Pattern WORD = Pattern.compile(
      "orValue\\(''\\)|(?<text>'[^']*'|\"[^\"]*\")|(?<number>\\b[0-9]+\\b)|(?<slip>&&|\\|\\||==|!=|<=|>=|<|>|!"
          + "|\\btrue\\b|\\bfalse\\b|\\.exists\\(|\\.all\\(|startsWith|endsWith"
          + "|isGreaterThan|isLessThan)");

  private ExpressionMutants() {}

  /** All of {@code source}, each once: slips, other numbers and texts, and the two that say nothing. */
  static List<String> of(String source) {
    Set<String> mutants = new LinkedHashSet<>(List.of("true", "false"));
    Matcher matcher = WORD.matcher(source);
    while (matcher.find()) {
      for (String other : others(matcher)) {
        mutants.add(source.substring(0, matcher.start()) + other + source.substring(matcher.end()));
      }
    }
    mutants.remove(source);
    return List.copyOf(mutants);
  }

  /** What stands for an absent text may be any text that nothing is compared with. */
  private static List<String> others(Matcher word) {
    if (word.group("number") != null) {
      return List.of(Long.toString(Long.parseLong(word.group()) + 1));
    }
    if (word.group("text") != null) {
      String text = word.group();
      String inside = text.substring(1, text.length() - 1);
      return List.of(text.charAt(0) + inside + "x" + text.charAt(0));
    }
    return new ArrayList<>(SLIPS.getOrDefault(word.group(), List.of()));
  }
}
