package dev.seaworthy.bench;

import java.io.PrintStream;
import java.util.Map;
import java.util.Set;

/** Prints a tally as a table, a row a group, a column a measure. */
record TallyPrinter(PrintStream out) {

  void print(String corpus, Tally tally) {
    Map<String, Share> total = tally.total();
    out.printf("%n%-58s", corpus);
    total.keySet().forEach(measure -> out.printf(" %20s", measure));
    out.println();
    tally.byGroup().forEach((group, shares) -> printRow("  " + group, shares, total.keySet()));
    printRow("  all", total, total.keySet());
  }

  private void printRow(String name, Map<String, Share> shares, Set<String> measures) {
    out.printf("%-58s", name);
    for (String measure : measures) {
      Share share = shares.get(measure);
      out.printf(
          " %20s",
          share == null
              ? "-"
              : "%6.2f%% %11s".formatted(share.percent(), share.agreed() + "/" + share.total()));
    }
    out.println();
  }

  /** Each case that does not agree, with what was expected and what came. */
  void printFailures(Tally tally) {
    tally.disagreements().forEach(this::printFailure);
  }

  private void printFailure(Outcome outcome) {
    String unmet = String.join(
        ", ",
        outcome.measures().entrySet().stream()
            .filter(measure -> !measure.getValue().isWhole())
            .map(Map.Entry::getKey)
            .toList());
    out.printf(
        "%n%s (%s)%n%s%n", outcome.id(), unmet, outcome.explanation().indent(4).stripTrailing());
  }
}
