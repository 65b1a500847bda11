package dev.seaworthy.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code bench/conformance}: prints what share agrees, by corpus and kind. See that script. */
public final class Conformance {

  private static final Path ROOT = Path.of(System.getProperty("seaworthy.root", ".."));
  static final Path CORPUS = ROOT.resolve("linter-core/src/test/resources/conformance");
  static final Path THRESHOLDS = ROOT.resolve("bench/thresholds.properties");

  static final List<Yardstick> YARDSTICKS = List.of(
      new YamlYardstick(),
      new CasesYardstick(),
      new DefaultsYardstick(),
      new ReleasesYardstick(),
      new ScenariosYardstick());

  private Conformance() {}

  /** What was asked for on the command line. */
  private record Options(boolean failures, boolean raise, Set<String> only, Path corpus) {

    static Options parse(String[] args) {
      boolean failures = false;
      boolean raise = false;
      Set<String> only = new TreeSet<>();
      Path corpus = CORPUS;
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--failures" -> failures = true;
          case "--raise" -> raise = true;
          case "--only" -> only.add(args[++i]);
          default -> corpus = Path.of(args[i]);
        }
      }
      return new Options(failures, raise, only, corpus);
    }

    boolean asksFor(Yardstick yardstick) {
      return (only.isEmpty() || only.contains(yardstick.folder()))
          && Files.isDirectory(corpus.resolve(yardstick.folder()));
    }
  }

  public static void main(String[] args) throws IOException {
    Options options = Options.parse(args);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (!Files.isDirectory(options.corpus())) {
      System.err.println("bench/conformance: no such folder: " + options.corpus());
      System.exit(2);
    }
    Map<String, Tally> tallies = play(options);
    tallies.forEach((corpus, tally) -> print(corpus, tally, options.failures(), out));
    Thresholds thresholds = Thresholds.read(THRESHOLDS);
    if (options.raise()) {
      thresholds.raisedTo(tallies).write(THRESHOLDS);
    }
    List<String> shortfalls = new ArrayList<>();
    tallies.forEach((corpus, tally) -> shortfalls.addAll(thresholds.shortfalls(corpus, tally)));
    shortfalls.forEach(shortfall -> out.println("below its threshold: " + shortfall));
    System.exit(shortfalls.isEmpty() ? 0 : 1);
  }

  private static Map<String, Tally> play(Options options) throws IOException {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Yardstick yardstick : YARDSTICKS) {
      if (options.asksFor(yardstick)) {
        Tally tally = new Tally();
        yardstick.play(options.corpus(), tally::add);
        tallies.put(yardstick.folder(), tally);
      }
    }
    return tallies;
  }

  private static void print(String corpus, Tally tally, boolean failures, PrintStream out) {
    Map<String, Tally.Share> total = tally.total();
    out.printf("%n%-58s", corpus);
    total.keySet().forEach(measure -> out.printf(" %20s", measure));
    out.println();
    tally.byGroup().forEach((group, shares) -> printRow("  " + group, shares, total.keySet(), out));
    printRow("  all", total, total.keySet(), out);
    if (failures) {
      tally.disagreements().forEach(outcome -> printFailure(outcome, out));
    }
  }

  private static void printFailure(Outcome outcome, PrintStream out) {
    String unmet = String.join(
        ", ",
        outcome.measures().entrySet().stream()
            .filter(measure -> !measure.getValue())
            .map(Map.Entry::getKey)
            .toList());
    out.printf(
        "%n%s (%s)%n%s%n", outcome.id(), unmet, outcome.explanation().indent(4).stripTrailing());
  }

  private static void printRow(
      String name, Map<String, Tally.Share> shares, Set<String> measures, PrintStream out) {
    out.printf("%-58s", name);
    for (String measure : measures) {
      Tally.Share share = shares.get(measure);
      out.printf(
          " %20s",
          share == null
              ? "-"
              : "%6.2f%% %11s".formatted(share.percent(), share.agreed() + "/" + share.total()));
    }
    out.println();
  }
}
