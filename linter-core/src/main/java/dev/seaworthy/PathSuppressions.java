package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SuppressedFinding;
import dev.seaworthy.diagnostic.SuppressedFinding.Source;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.lint.Waiver;
import dev.seaworthy.report.FileReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which suppressions by path, of the configuration, keep anything quiet. That can be told only where
 * all files of the project are judged.
 */
public final class PathSuppressions {

  private final LintSettings settings;
  private final Map<Waiver, Set<String>> used = new LinkedHashMap<>();
  private final Set<Waiver> matching = new HashSet<>();

  private PathSuppressions(LintSettings settings) {
    this.settings = settings;
    settings.waivers().forEach(waiver -> used.put(waiver, new HashSet<>()));
  }

  /** Those of the configuration that {@code settings} come from. */
  public static PathSuppressions of(Settings settings) {
    return new PathSuppressions(settings.lint());
  }

  /** Takes in what was found in a file. */
  public void add(FileReport file) {
    if (file.isPassedOver()) {
      return;
    }
    used.forEach((waiver, rules) -> {
      if (waiver.isFor(file.name())) {
        matching.add(waiver);
        file.suppressed().stream()
            .filter(one -> one.source() == Source.CONFIGURATION)
            .map(SuppressedFinding::finding)
            .forEach(finding -> rules.add(finding.code()));
      }
    });
  }

  /**
   * What those are told of that keep nothing quiet in all files that came, configuration by
   * configuration.
   */
  public List<FileReport> unused() {
    Map<String, List<Diagnostic>> told = new LinkedHashMap<>();
    used.forEach(
        (waiver, rules) -> told.computeIfAbsent(waiver.place().file(), file -> new ArrayList<>())
            .addAll(unused(waiver, rules)));
    told.values().removeIf(List::isEmpty);
    List<FileReport> reports = new ArrayList<>();
    told.forEach((file, findings) -> reports.add(FileReport.ofSettings(file, findings)));
    return reports;
  }

  private List<Diagnostic> unused(Waiver waiver, Set<String> found) {
    if (!matching.contains(waiver)) {
      return List.of(waiver.matchesNothing());
    }
    Set<String> rules = new LinkedHashSet<>(waiver.rules());
    rules.removeAll(found);
    return rules.stream()
        .sorted()
        .filter(
            rule -> settings.rules().find(rule).filter(settings::isSureToTell).isPresent())
        .map(waiver::findsNothing)
        .toList();
  }
}
