package dev.seaworthy.report;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.diagnostic.SuppressedFinding;
import dev.seaworthy.manifest.ProblemCode;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of the input with what became of it.
 *
 * @param name as the user gave it, or {@code <stdin>}
 * @param objects its objects with the API server's answers, in their order
 * @param findings what there is to say about the objects, in the order of {@link Diagnostic#ORDER}
 * @param suppressed findings that the file asks not to be told, which count for nothing; in the order
 *     of {@link Diagnostic#ORDER}
 * @param problems what kept the file, or a document of it, from becoming an object
 * @param notes what was not judged, and why; no failure, so neither a finding nor a problem
 * @param source its text, to quote from; empty if it could not be read
 */
public record FileReport(
    String name,
    List<ObjectReport> objects,
    List<Diagnostic> findings,
    List<SuppressedFinding> suppressed,
    List<Diagnostic> problems,
    List<Diagnostic> notes,
    SourceText source) {

  public FileReport {
    objects = List.copyOf(objects);
    findings = List.copyOf(findings);
    List<SuppressedFinding> inOrder = new ArrayList<>(suppressed);
    inOrder.sort((one, other) -> Diagnostic.ORDER.compare(one.finding(), other.finding()));
    suppressed = List.copyOf(inOrder);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** A file that says what is judged, and how: there is something to say about it itself. */
  public static FileReport ofSettings(String name, List<Diagnostic> findings) {
    List<Diagnostic> sorted = new ArrayList<>(findings);
    sorted.sort(Diagnostic.ORDER);
    return new FileReport(
        name,
        List.of(),
        sorted,
        List.of(),
        List.of(),
        List.of(),
        new SourceText(name, new byte[0]));
  }

  /** Whether it is another tool's file, a patch or the like, and nothing else. */
  public boolean isPassedOver() {
    return objects.isEmpty()
        && findings.isEmpty()
        && problems.isEmpty()
        && !notes.isEmpty()
        && notes.stream().allMatch(note -> ProblemCode.of(note.code()).isPresent());
  }

  /** Findings and problems, in the order of {@link Diagnostic#ORDER}. */
  public List<Diagnostic> diagnostics() {
    if (problems.isEmpty()) {
      return findings;
    }
    List<Diagnostic> all = new ArrayList<>(findings);
    all.addAll(problems);
    all.sort(Diagnostic.ORDER);
    return all;
  }
}
