package dev.seaworthy.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Files of the suites by which operators are tried, chainsaw's and kuttl's: what they expect to find in
 * the cluster they write down as parts of objects, which nobody applies.
 */
final class TestSuites {

  /** Made when a file may have such a name, which is seldom. */
  private static final class Names {

    /** {@code 01-assert.yaml}, {@code 02-errors.yml}, {@code 00-assert-jaeger.yaml}. */
    static final Pattern STEP =
        Pattern.compile("\\d+-(assert(ion)?s?|errors?)([-_.].*)?\\.(yaml|yml|json)");

    /** {@code assert-network-policies.yaml}, where a suite's own file stands beside it. */
    static final Pattern WORD =
        Pattern.compile("(.*[-_.])?(assert(ion)?s?|errors?)([-_.].*)?\\.(yaml|yml|json)");
  }

  private final Map<Path, Boolean> folders = new ConcurrentHashMap<>();

  /** Whether {@code file} says what a test expects. */
  boolean isExpectation(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (!name.contains("assert") && !name.contains("error")) {
      return false;
    }
    return Names.STEP.matcher(name).matches() || Names.WORD.matcher(name).matches() && isStep(file);
  }

  /** Whether a test of chainsaw's has {@code file} beside its own. */
  boolean isStep(Path file) {
    Path folder = file.getParent();
    return folder != null && folders.computeIfAbsent(folder, TestSuites::isChainsaw);
  }

  private static boolean isChainsaw(Path folder) {
    return Files.isRegularFile(folder.resolve("chainsaw-test.yaml"))
        || Files.isRegularFile(folder.resolve("chainsaw-test.yml"));
  }
}
