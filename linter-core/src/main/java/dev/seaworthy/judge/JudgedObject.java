package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.validate.Verdict;
import java.util.List;

/**
 * An object of the input with the API server's answer to it.
 *
 * @param judged whether the verdict is an answer: a kind that nobody has defined has none
 * @param notes what was left out of the judgement, and why
 */
public record JudgedObject(
    Document document, Verdict verdict, boolean judged, List<Diagnostic> notes) {

  public JudgedObject {
    notes = List.copyOf(notes);
  }

  /** An object that was judged in full. */
  public JudgedObject(Document document, Verdict verdict) {
    this(document, verdict, true, List.of());
  }

  /** The same object with the first {@code most} problems of each kind. */
  JudgedObject withFirst(int most) {
    return new JudgedObject(document, verdict.withFirst(most), judged, notes);
  }

  /** Whether the server would not take it, as far as is known. */
  public boolean isRefused() {
    return judged && !verdict.accepted();
  }

  /** What it is, as far as it says so. */
  public Subject subject() {
    Node root = document.root();
    return new Subject(
        root.get("apiVersion").text(),
        root.get("kind").text(),
        root.at("metadata", "namespace").text(),
        root.at("metadata", "name").text());
  }

  /**
   * Where {@code field} is written, or where a reader would look for it: a single value itself, the
   * key of what spans lines.
   */
  public Location placeOf(FieldPath field) {
    Node value = field.resolve(document.root());
    Span key = field.keySpanIn(document.root());
    boolean isAtKey = (value.isMapping() || value.isSequence()) && key.isWritten();
    Span span = isAtKey ? key : field.spanIn(document.root());
    return new Location(
        document.file(), span.line(), span.column(), span.endLine(), span.endColumn());
  }
}
