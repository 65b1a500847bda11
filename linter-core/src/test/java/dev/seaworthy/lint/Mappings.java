package dev.seaworthy.lint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The checks of other tools and the rules that find the same.
 *
 * @param checks every check of the tools that we mean to replace, as {@code peers.csv} lists them
 * @param rules the rules by the check that they say they cover, of any tool
 */
record Mappings(List<Check> checks, Map<CoveredCheck, List<String>> rules) {

  private static final Path PEERS = Path.of("src/test/resources/dev/seaworthy/lint/peers.csv");

  /**
   * A check of another tool.
   *
   * @param notTaken why no rule finds what it finds; empty where one does
   */
  record Check(CoveredCheck name, String notTaken) {

    private static Check parse(String row) {
      String[] cells = row.split(",", 3);
      return new Check(new CoveredCheck(cells[0], cells[1]), cells[2]);
    }
  }

  static Mappings of(RuleCatalog catalog) {
    Map<CoveredCheck, List<String>> rules = new LinkedHashMap<>();
    for (Rule rule : catalog.all()) {
      for (CoveredCheck covered : catalog.covers(rule)) {
        rules.computeIfAbsent(covered, c -> new ArrayList<>()).add(rule.id());
      }
    }
    return new Mappings(readChecks(), rules);
  }

  private static List<Check> readChecks() {
    try {
      List<String> rows = Files.readAllLines(PEERS);
      return rows.subList(1, rows.size()).stream().map(Check::parse).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The tools whose every check is accounted for, in the order of the file. */
  List<String> wholeTools() {
    return checks.stream().map(check -> check.name().tool()).distinct().toList();
  }

  List<Check> checksOf(String tool) {
    return checks.stream().filter(check -> check.name().tool().equals(tool)).toList();
  }

  List<String> rulesFor(CoveredCheck check) {
    return rules.getOrDefault(check, List.of());
  }

  /** The other tools, with those of their checks that rules name. */
  Map<String, List<CoveredCheck>> others() {
    Map<String, List<CoveredCheck>> others = new TreeMap<>();
    for (CoveredCheck check : rules.keySet()) {
      if (!wholeTools().contains(check.tool())) {
        others.computeIfAbsent(check.tool(), t -> new ArrayList<>()).add(check);
      }
    }
    others.values().forEach(list -> list.sort((a, b) -> a.check().compareTo(b.check())));
    return others;
  }
}
