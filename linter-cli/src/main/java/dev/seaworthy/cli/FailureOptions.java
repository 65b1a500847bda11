package dev.seaworthy.cli;

import dev.seaworthy.Project;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.report.Tally;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** From which severity on the command fails. */
final class FailureOptions {

  private @Nullable Severity failOn;

  void addTo(CommandSpec spec) {
    spec.addOption(Options.value("SEVERITY", Severity.class, given -> failOn = given, "--fail-on")
        .converters(new SeverityConverter())
        .completionCandidates(new SeverityConverter.Words())
        .description("error, warning or info: from where on to exit with 1; default: error.")
        .build());
  }

  /** What the project says, unless the option is given. */
  void heed(Project project) {
    failOn = failOn == null ? project.failOn().orElse(null) : failOn;
  }

  /** From which severity on something counts as a failure. */
  Severity threshold() {
    return failOn == null ? Severity.ERROR : failOn;
  }

  /** The exit status. */
  int status(Tally tally) {
    if (tally.failures() > 0) {
      return ExitStatus.FAILURE;
    }
    return tally.atLeast(threshold()) > 0 ? ExitStatus.FINDINGS : ExitStatus.OK;
  }
}
