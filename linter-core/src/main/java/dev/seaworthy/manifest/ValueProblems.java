package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What is wrong with the values of a file that is read strictly: a configuration, a scenario. Each
 * problem has the place where it is written.
 */
public final class ValueProblems {

  private final String code;
  private final String file;
  private final List<Diagnostic> problems = new ArrayList<>();

  /**
   * None yet.
   *
   * @param code the code of each problem, such as {@code scenario-invalid}
   * @param file the path to name in problems
   */
  public ValueProblems(String code, String file) {
    this.code = code;
    this.file = file;
  }

  /** Tells of the value {@code at}. */
  public void report(Node at, String message) {
    report(at.span(), message);
  }

  /** Tells of what is written at a place. */
  public void report(Span at, String message) {
    problems.add(Diagnostic.of(code, Severity.ERROR, message, place(at)));
  }

  /** Tells what is wrong with another file, which this one names. */
  public void addAll(List<Diagnostic> ofOther) {
    problems.addAll(ofOther);
  }

  /** Tells of a key that nobody knows, with what was probably meant, or with all there are. */
  public void unknown(Mapping.Entry entry, String what, Collection<String> known) {
    String hint = NearestName.to(entry.key(), known)
        .map(near -> "did you mean '" + near + "'?")
        .orElse(known.isEmpty() ? "nothing is" : "known are " + String.join(", ", known));
    report(entry.keySpan(), "'%s' is %s; %s".formatted(entry.key(), what, hint));
  }

  /**
   * The value of a file that holds one. What cannot be read, what is written twice, and further
   * documents are told: in a file that is read strictly nothing is overruled in silence.
   *
   * @param what the file is, such as "a configuration"
   */
  public Node only(Reading reading, String what) {
    reading.problems().stream()
        .filter(problem -> problem.severity() == Severity.ERROR)
        .forEach(problems::add);
    List<Document> documents = reading.documents();
    if (documents.size() > 1) {
      report(documents.get(1).root(), what + " is one document");
    }
    for (Document document : documents) {
      for (Document.DuplicateKey key : document.duplicates()) {
        report(key.span(), "'" + key.path().lastStep() + "' is written twice");
      }
    }
    return documents.isEmpty() ? Absent.INSTANCE : documents.get(0).root();
  }

  /** Where {@code span} is; the file where nobody wrote it. */
  public Location place(Span span) {
    return span.isWritten()
        ? new Location(file, span.line(), span.column(), span.endLine(), span.endColumn())
        : Location.ofFile(file);
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return problems.isEmpty();
  }

  /** In the order in which they were found. */
  public List<Diagnostic> all() {
    return List.copyOf(problems);
  }
}
