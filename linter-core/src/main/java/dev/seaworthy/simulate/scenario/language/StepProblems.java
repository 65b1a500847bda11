package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What is wrong with a scenario file, with the places. */
final class StepProblems {

  private static final String CODE = "scenario-invalid";

  private final String file;
  private final List<Diagnostic> problems = new ArrayList<>();

  StepProblems(String file) {
    this.file = file;
  }

  void report(Node at, String message) {
    report(at.span(), message);
  }

  void report(Span at, String message) {
    problems.add(Diagnostic.of(CODE, Severity.ERROR, message, place(at)));
  }

  /** Tells of a key that nobody knows, with what was probably meant, or with all there are. */
  void unknown(Mapping.Entry entry, String what, Collection<String> known) {
    String hint = NearestName.to(entry.key(), known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse(known.isEmpty() ? "nothing is" : "known are " + String.join(", ", known));
    report(entry.keySpan(), "'%s' is %s; %s".formatted(entry.key(), what, hint));
  }

  /** Where {@code span} is; the file where nobody wrote it. */
  Location place(Span span) {
    return span.isWritten()
        ? new Location(file, span.line(), span.column(), span.endLine(), span.endColumn())
        : Location.ofFile(file);
  }

  boolean isEmpty() {
    return problems.isEmpty();
  }

  List<Diagnostic> all() {
    return List.copyOf(problems);
  }
}
