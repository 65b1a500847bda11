package dev.seaworthy.cli;

import dev.seaworthy.KnownFindings;
import dev.seaworthy.LintReport;
import dev.seaworthy.Project;
import dev.seaworthy.Settings;
import dev.seaworthy.UnreadableInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What is known already, so that only new findings are told. */
final class BaselineOptions {

  private @Nullable Path baseline;
  private boolean update;

  void addTo(CommandSpec spec) {
    spec.addOption(Options.value("FILE", Path.class, given -> baseline = given, "--baseline")
        .description("Findings that are known already and are not told again; default: what the"
            + " configuration names.")
        .build());
    spec.addOption(Options.flag(
        "--update-baseline",
        "Write what is found to the baseline, .seaworthy-baseline.yaml where none is named.",
        given -> update = given));
  }

  /** {@code report} without what is known, or with the baseline written that knows all of it. */
  LintReport compare(LintReport report, Settings settings, Project project, Console console)
      throws UnreadableInput {
    Optional<Path> named = named(project, console);
    if (update) {
      return update(report, settings, named, project, console);
    }
    if (named.isEmpty()) {
      return report;
    }
    KnownFindings.Compared compared =
        KnownFindings.read(console.folder(), named.get()).compare(report, settings);
    if (compared.gone() > 0) {
      console.tell("seaworthy: " + compared.gone()
          + (compared.gone() == 1 ? " finding of " : " findings of ") + named.get()
          + (compared.gone() == 1 ? " is" : " are") + " gone: --update-baseline takes "
          + (compared.gone() == 1 ? "it" : "them") + " out");
    }
    return compared.report();
  }

  /** Whether what is found becomes the baseline. */
  boolean isUpdated() {
    return update;
  }

  /** Takes out of a report what is known already. */
  UnaryOperator<LintReport> known(Settings settings, Project project, Console console)
      throws UnreadableInput {
    Optional<Path> named = named(project, console);
    if (named.isEmpty()) {
      return UnaryOperator.identity();
    }
    KnownFindings known = KnownFindings.read(console.folder(), named.get());
    return report -> known.compare(report, settings).report();
  }

  private Optional<Path> named(Project project, Console console) {
    return Optional.ofNullable(baseline)
        .map(file -> console.folder().resolve(file))
        .or(project::baseline);
  }

  private static LintReport update(
      LintReport report, Settings settings, Optional<Path> named, Project project, Console console)
      throws UnreadableInput {
    Path file = named.orElseGet(() -> usual(project, console));
    KnownFindings before = Files.exists(file)
        ? KnownFindings.read(console.folder(), file)
        : KnownFindings.none(console.folder(), file);
    write(file, before.updated(report));
    if (named.isEmpty()) {
      console.tell("seaworthy: " + file + " is written; to have it heeded, say" + " 'baseline: "
          + file.getFileName() + "' in .seaworthy.yaml, or give --baseline");
    }
    return KnownFindings.read(console.folder(), file).compare(report, settings).report();
  }

  private static Path usual(Project project, Console console) {
    return project
        .file()
        .map(configuration -> configuration.resolveSibling(KnownFindings.USUAL_NAME))
        .orElseGet(() -> console.folder().resolve(KnownFindings.USUAL_NAME));
  }

  private static void write(Path path, String text) {
    ReportFile file = ReportFile.create(path);
    try {
      file.out().print(text);
      file.complete();
    } finally {
      file.discard();
    }
  }
}
