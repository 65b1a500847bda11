package dev.seaworthy.cli;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.report.Tally;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From which severity on the command fails. */
@Command
final class FailureOptions {

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      converter = SeverityConverter.class,
      completionCandidates = SeverityConverter.Words.class,
      description = "error, warning or info: from where on to exit with 1; default: error.")
  private @Nullable Severity failOn;

  /** The exit status; {@code configured} counts where no option says anything. */
  int status(Tally tally, Optional<Severity> configured) {
    if (tally.failures() > 0) {
      return ExitStatus.FAILURE;
    }
    Severity threshold = failOn != null ? failOn : configured.orElse(Severity.ERROR);
    return tally.atLeast(threshold) > 0 ? ExitStatus.FINDINGS : ExitStatus.OK;
  }
}
