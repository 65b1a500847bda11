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
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The least shares, in percent, that the product must agree in. {@code
 * cases.apps_v1_Deployment.verdict=95} holds one measure of one group, {@code cases.decode=98.31}
 * the measure over all groups of a corpus.
 *
 * @param least by {@code CORPUS.MEASURE} or {@code CORPUS.GROUP.MEASURE}
 */
record Thresholds(SortedMap<String, Double> least) {

  private static final DecimalFormat HUNDREDTHS =
      new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT));

  static Thresholds read(Path file) throws IOException {
    Properties entries = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      entries.load(reader);
    }
    SortedMap<String, Double> least = new TreeMap<>();
    entries
        .stringPropertyNames()
        .forEach(key -> least.put(key, Double.parseDouble(entries.getProperty(key))));
    return new Thresholds(least);
  }

  /** The threshold of {@code key}; 0 if it has none. */
  double of(String key) {
    return least.getOrDefault(key, 0.0);
  }

  /** What falls short, one sentence each; empty if all is held. */
  List<String> shortfalls(String corpus, Tally tally) {
    Map<String, Share> shares = tally.shares();
    List<String> shortfalls = new ArrayList<>();
    least.forEach((key, percent) -> {
      if (!key.startsWith(corpus + ".")) {
        return;
      }
      Share share = shares.getOrDefault(key.substring(corpus.length() + 1), Share.NONE);
      if (share.total() == 0) {
        shortfalls.add(key + " was not measured: no case counts for it");
      } else if (share.percent() < percent) {
        shortfalls.add(
            "%s is %.2f %%, must be at least %s %%".formatted(key, share.percent(), text(percent)));
      }
    });
    return shortfalls;
  }

  /** What is measured and has no threshold. */
  List<String> missing(String corpus, Tally tally) {
    return tally.shares().keySet().stream()
        .map(key -> corpus + "." + key)
        .filter(key -> !least.containsKey(key))
        .toList();
  }

  /** These, each lifted to what {@code tallies} reach, in hundredths, rounded down. */
  Thresholds raisedTo(Map<String, Tally> tallies) {
    SortedMap<String, Double> raised = new TreeMap<>(least);
    tallies.forEach((corpus, tally) -> tally
        .shares()
        .forEach((key, share) ->
            raised.merge(corpus + "." + key, Math.floor(share.percent() * 100) / 100, Math::max)));
    return new Thresholds(raised);
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# The least shares, in percent, that the product must agree in with what real Kubernetes");
    lines.add(
        "# programs answered. A change may only raise them: bench/conformance --raise writes what is");
    lines.add("# reached.");
    least.forEach((key, percent) -> lines.add(key + "=" + text(percent)));
    Files.write(file, lines);
  }

  /** A percentage as it is written here and in the README. */
  static String text(double percent) {
    return HUNDREDTHS.format(percent);
  }
}
