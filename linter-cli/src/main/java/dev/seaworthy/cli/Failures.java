package dev.seaworthy.cli;

import dev.seaworthy.UnreadableInput;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.judge.Problems;
import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.report.text.DiagnosticText;
import dev.seaworthy.report.text.Palette;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Tells why a command could not do its work: a user's mistake, or a fault of ours on one line. */
final class Failures {

  /** What one reads before one sees that something is wrong as a whole. */
  private static final int MOST_PROBLEMS = 50;

  private Failures() {}

  /** The result is the exit status. */
  static int tell(Throwable failure, Console console) {
    if (failure instanceof UnreadableInput input) {
      tell(input.problems(), console);
    } else {
      console.tell("seaworthy: " + words(failure));
    }
    return ExitStatus.FAILURE;
  }

  /** The first of what is wrong, a line each. */
  static void tell(List<Diagnostic> problems, Console console) {
    DiagnosticText text = new DiagnosticText(Palette.PLAIN);
    problems.stream()
        .limit(MOST_PROBLEMS)
        .forEach(each -> console.tell(text.headline(withRemedy(each))));
    if (problems.size() > MOST_PROBLEMS) {
      console.tell("seaworthy: " + (problems.size() - MOST_PROBLEMS) + " more problems");
    }
  }

  /** In the one line that there is of it. */
  private static Diagnostic withRemedy(Diagnostic problem) {
    return problem
        .remedy()
        .map(remedy -> problem.withMessage(problem.message() + ". " + remedy))
        .orElse(problem);
  }

  private static String words(Throwable failure) {
    if (failure instanceof CommandFailure) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof IOException file) {
      return FileProblem.named(file);
    }
    if (failure instanceof UncheckedIOException file) {
      return FileProblem.named(Objects.requireNonNull(file.getCause()));
    }
    if (failure instanceof OutOfMemoryError) {
      return "this takes more memory than Java has been given;"
          + " give it more, as with SEAWORTHY_JAVA_OPTS=-Xmx4g, or fewer files at a time";
    }
    return "this is a fault in seaworthy itself; please report it with this line: " + failure
        + " at " + Problems.origin(failure);
  }
}
