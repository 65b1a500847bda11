package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SuppressedFinding;
import dev.seaworthy.diagnostic.SuppressedFinding.Source;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.manifest.FileBytes;
import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.project.Baseline;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.report.FileReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A project's baseline: the findings that are known already and are not told again. An old project
 * writes one and keeps new findings out from then on.
 */
public final class KnownFindings {

  /** What a baseline is called where nobody says. */
  public static final String USUAL_NAME = ".seaworthy-baseline.yaml";

  private static final String JUSTIFICATION = "it is in the baseline";

  private final Path folder;
  private final Baseline baseline;

  private KnownFindings(Path folder, Baseline baseline) {
    this.folder = folder;
    this.baseline = baseline;
  }

  /**
   * Findings and how they compare with the baseline.
   *
   * @param report where known findings are suppressed
   * @param gone how many of the baseline are no longer found in the files of the report
   */
  public record Compared(LintReport report, int gone) {}

  /**
   * Reads a baseline.
   *
   * @param folder where the paths of findings count from
   * @throws UnreadableInput if it is not there, or is none
   */
  public static KnownFindings read(Path folder, Path file) throws UnreadableInput {
    return read(folder, file, () -> FileBytes.wholeOfAny(file, ReadLimits.DEFAULT.fileBytes()));
  }

  /** The same of a baseline whose content is somewhere else than at its place. */
  static KnownFindings read(Path folder, Path file, InputSource content) throws UnreadableInput {
    return read(folder, file, () -> content.read(ReadLimits.DEFAULT.fileBytes()));
  }

  @FunctionalInterface
  private interface Content {
    byte[] bytes() throws IOException;
  }

  private static KnownFindings read(Path folder, Path file, Content content)
      throws UnreadableInput {
    try {
      Baseline.Read read = Baseline.read(file.toString(), folderOf(file), content.bytes());
      return new KnownFindings(
          folder, read.baseline().orElseThrow(() -> new UnreadableInput(read.problems())));
    } catch (NoSuchFileException missing) {
      throw unreadable(file, "there is no baseline; seaworthy lint --update-baseline writes it");
    } catch (IOException unreadable) {
      throw unreadable(file, "the baseline cannot be read: " + FileProblem.why(unreadable));
    }
  }

  private static UnreadableInput unreadable(Path file, String why) {
    return new UnreadableInput(List.of(
        Diagnostic.of(Baseline.INVALID, Severity.ERROR, why, Location.ofFile(file.toString()))));
  }

  /** Nothing is known; {@code file} is where the baseline will be. */
  public static KnownFindings none(Path folder, Path file) {
    return new KnownFindings(folder, Baseline.empty(folderOf(file)));
  }

  private static Path folderOf(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null ? Path.of("") : folder;
  }

  /**
   * Suppresses those of {@code report} that are known.
   *
   * @param settings those that it was made with: what rules would say that did not run is not gone
   */
  public Compared compare(LintReport report, Settings settings) {
    Comparison comparison = comparison(settings);
    List<FileReport> files = report.files().stream().map(comparison::of).toList();
    return new Compared(new LintReport(files, report.neighbourhoods()), comparison.gone());
  }

  /** For files that come one by one. */
  public Comparison comparison(Settings settings) {
    return new Comparison(baseline.compare(folder), silent(settings));
  }

  /** What is left of a baseline while files are compared with it. */
  public static final class Comparison {

    private final Baseline.Comparison baseline;
    private final Set<String> silent;
    private final List<String> files = new ArrayList<>();

    private Comparison(Baseline.Comparison baseline, Set<String> silent) {
      this.baseline = baseline;
      this.silent = silent;
    }

    /** The file where findings that are known are suppressed. */
    public FileReport of(FileReport file) {
      files.add(file.name());
      return compare(file, baseline);
    }

    /** How many of the baseline are no longer found in the files that came. */
    public int gone() {
      return baseline.gone(files, rule -> !silent.contains(rule));
    }
  }

  private static Set<String> silent(Settings settings) {
    return settings.lint().rules().all().stream()
        .filter(rule -> !settings.lint().runs(rule))
        .map(Rule::id)
        .collect(Collectors.toSet());
  }

  private static FileReport compare(FileReport file, Baseline.Comparison comparison) {
    List<Diagnostic> told = new ArrayList<>();
    List<SuppressedFinding> suppressed = new ArrayList<>(file.suppressed());
    for (Diagnostic finding : file.findings()) {
      if (comparison.knows(finding)) {
        suppressed.add(new SuppressedFinding(finding, JUSTIFICATION, Source.BASELINE));
      } else {
        told.add(finding);
      }
    }
    return new FileReport(
        file.name(),
        file.objects(),
        told,
        suppressed,
        file.problems(),
        file.notes(),
        file.source());
  }

  /**
   * The text of a baseline that knows all of {@code report}, and of files that are not in it what was
   * known before, as long as they are there.
   */
  public String updated(LintReport report) {
    Set<Path> judged = new HashSet<>();
    report
        .files()
        .forEach(file -> judged.add(folder.resolve(file.name()).toAbsolutePath().normalize()));
    Baseline updated =
        baseline.keeping(file -> !judged.contains(file.normalize()) && Files.exists(file));
    report.findings().forEach(finding -> updated.add(finding, folder));
    return updated.text();
  }
}
