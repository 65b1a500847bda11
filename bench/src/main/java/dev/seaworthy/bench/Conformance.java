package dev.seaworthy.bench;

import dev.seaworthy.conformance.Corpus;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code bench/conformance}: prints what share agrees, by corpus and kind. See that script. */
public final class Conformance {

  private static final Path ROOT = Path.of(System.getProperty("seaworthy.root", ".."));
  static final Path CORPUS = ROOT.resolve("linter-core/src/test/resources/conformance");
  static final Path THRESHOLDS = ROOT.resolve("bench/thresholds.properties");
  static final Path README = ROOT.resolve("README.md");

  private Conformance() {}

  /**
   * All yardsticks.
   *
   * @param serve the line that starts a server for {@code kubectl}, see {@link KubectlPlayer}
   */
  static List<Yardstick> yardsticks(Optional<String> serve) {
    return List.of(
        new YamlYardstick(),
        new CasesYardstick(),
        new DefaultsYardstick(),
        new ReleasesYardstick(),
        new AdmissionYardstick(),
        new CrdYardstick(),
        new PolicyYardstick(),
        new ScenariosYardstick(),
        new KubectlYardstick(serve.map(KubectlPlayer::new)));
  }

  /** What was asked for on the command line. */
  private record Options(
      boolean failures, boolean raise, Set<String> only, Optional<String> serve, Path corpus) {

    static Options parse(String[] args) {
      boolean failures = false;
      boolean raise = false;
      Set<String> only = new TreeSet<>();
      Optional<String> serve = Optional.empty();
      Path corpus = CORPUS;
      for (int i = 0; i < args.length; i++) {
        switch (args[i]) {
          case "--failures" -> failures = true;
          case "--raise" -> raise = true;
          case "--only" -> only.add(args[++i]);
          case "--serve" -> serve = Optional.of(args[++i]);
          default -> corpus = Path.of(args[i]);
        }
      }
      return new Options(failures, raise, only, serve, corpus);
    }

    boolean playsWholeCorpus() {
      return only.isEmpty() && corpus.equals(CORPUS);
    }

    List<Yardstick> yardsticks() {
      return Conformance.yardsticks(serve).stream()
          .filter(yardstick -> only.isEmpty() || only.contains(yardstick.folder()))
          .toList();
    }
  }

  public static void main(String[] args) throws IOException {
    Options options = Options.parse(args);
    if (!Files.isDirectory(options.corpus())) {
      System.err.println("bench/conformance: no such folder: " + options.corpus());
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Map<String, Tally> tallies = play(options.corpus(), options.yardsticks());
    tallies.forEach((corpus, tally) -> new TallyPrinter(out).print(corpus, tally));
    if (options.failures()) {
      tallies.values().forEach(tally -> new TallyPrinter(out).printFailures(tally));
    }
    Thresholds thresholds = Thresholds.read(THRESHOLDS);
    if (options.raise()) {
      thresholds = thresholds.raisedTo(tallies);
      thresholds.write(THRESHOLDS);
      if (options.playsWholeCorpus()) {
        new ReadmeTable(thresholds, tallies).writeInto(README);
      }
    }
    List<String> shortfalls = shortfalls(thresholds, tallies);
    shortfalls.forEach(shortfall -> out.println("below its threshold: " + shortfall));
    System.exit(shortfalls.isEmpty() ? 0 : 1);
  }

  /** Plays those {@code yardsticks} whose corpora are below {@code folder}. */
  static Map<String, Tally> play(Path folder, List<Yardstick> yardsticks) throws IOException {
    Corpus corpus = new Corpus(folder);
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Yardstick yardstick : yardsticks) {
      if (Files.isDirectory(corpus.path(yardstick.folder()))) {
        Tally tally = new Tally();
        yardstick.play(corpus, tally::add);
        tallies.put(yardstick.folder(), tally);
      }
    }
    return tallies;
  }

  private static List<String> shortfalls(Thresholds thresholds, Map<String, Tally> tallies) {
    List<String> shortfalls = new ArrayList<>();
    tallies.forEach((corpus, tally) -> shortfalls.addAll(thresholds.shortfalls(corpus, tally)));
    return shortfalls;
  }
}
