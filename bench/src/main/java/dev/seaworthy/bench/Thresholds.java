package dev.seaworthy.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;

/**
 * The least shares, in percent, that the product must agree in. A line {@code
 * cases.apps_v1_Deployment.verdict=95.0} holds one measure of one group, {@code cases.decode=98.0}
 * the measure over all groups of a corpus.
 */
record Thresholds(Properties entries) {

  private static final DecimalFormat TENTHS =
      new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));

  static Thresholds read(Path file) throws IOException {
    Properties entries = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      entries.load(reader);
    }
    return new Thresholds(entries);
  }

  /** What falls short, one sentence each; empty if all is held. */
  List<String> shortfalls(String corpus, Tally tally) {
    List<String> shortfalls = new ArrayList<>();
    for (String key : new TreeSet<>(entries.stringPropertyNames())) {
      if (!key.startsWith(corpus + ".")) {
        continue;
      }
      double least = Double.parseDouble(entries.getProperty(key));
      Tally.Share share = share(key.substring(corpus.length() + 1), tally);
      if (share.total() == 0) {
        shortfalls.add(key + " was not measured: no case counts for it");
      } else if (share.percent() < least) {
        shortfalls.add(
            "%s is %.2f %%, must be at least %s %%".formatted(key, share.percent(), least));
      }
    }
    return shortfalls;
  }

  /** These, each lifted to what {@code tallies} reach, in steps of a tenth, rounded down. */
  Thresholds raisedTo(Map<String, Tally> tallies) {
    Properties raised = new Properties();
    for (String key : entries.stringPropertyNames()) {
      String corpus = key.substring(0, key.indexOf('.'));
      double least = Double.parseDouble(entries.getProperty(key));
      Tally tally = tallies.get(corpus);
      double reached =
          tally == null ? 0 : share(key.substring(corpus.length() + 1), tally).percent();
      raised.setProperty(key, TENTHS.format(Math.max(least, Math.floor(reached * 10) / 10)));
    }
    return new Thresholds(raised);
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# The least shares, in percent, that the product must agree in with what real Kubernetes");
    lines.add(
        "# programs answered. A change may only raise them: bench/conformance --raise writes what is");
    lines.add("# reached.");
    for (String key : new TreeSet<>(entries.stringPropertyNames())) {
      lines.add(key + "=" + entries.getProperty(key));
    }
    Files.write(file, lines);
  }

  private static Tally.Share share(String key, Tally tally) {
    int dot = key.lastIndexOf('.');
    return dot < 0
        ? tally.total().getOrDefault(key, Tally.Share.NONE)
        : tally
            .byGroup()
            .getOrDefault(key.substring(0, dot), Map.of())
            .getOrDefault(key.substring(dot + 1), Tally.Share.NONE);
  }
}
