package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Diagnostic.Subject;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.graph.Placement;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.check.meta.MetadataMaps;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.List;

/**
 * An object of the input with the API server's answer to it.
 *
 * @param judged whether the verdict is an answer: a kind that nobody has defined has none
 * @param notes what was left out of the judgement, and why
 * @param placement what stands beside its file, and what becomes of it
 */
public record JudgedObject(
    Document document,
    Verdict verdict,
    boolean judged,
    List<Diagnostic> notes,
    Placement placement) {

  public JudgedObject {
    notes = List.copyOf(notes);
  }

  /** An object that was judged in full. */
  public JudgedObject(Document document, Verdict verdict) {
    this(document, verdict, true, List.of());
  }

  JudgedObject(Document document, Verdict verdict, boolean judged, List<Diagnostic> notes) {
    this(document, verdict, judged, notes, Placement.ALONE);
  }

  JudgedObject placed(Placement where) {
    return new JudgedObject(document, verdict, judged, notes, where);
  }

  JudgedObject withVerdict(Verdict other) {
    return new JudgedObject(document, other, judged, notes, placement);
  }

  JudgedObject withNote(Diagnostic note) {
    List<Diagnostic> more = new ArrayList<>(notes);
    more.add(note);
    return new JudgedObject(document, verdict, judged, more, placement);
  }

  /** The same object with the first {@code most} problems of each kind. */
  JudgedObject withFirst(int most) {
    return withVerdict(verdict.withFirst(most));
  }

  /** Whether it may have any form: it is refused, or others are yet to complete it. */
  boolean isAnyForm() {
    return isRefused() || isUnfinished();
  }

  /** Whether kustomizations are yet to complete it, without which a server would refuse it. */
  public boolean isUnfinished() {
    return notes.stream().anyMatch(note -> note.code().equals(Notes.UNFINISHED));
  }

  /** Whether values of it are yet to be filled in: placeholders, and what is encrypted. */
  public boolean isOpen() {
    return Unknowns.in(document).isPresent();
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

  /** Where what {@code error} objects to is written. */
  public Location placeOf(FieldError error) {
    return MetadataMaps.isAboutKey(error) ? keyPlaceOf(error.place()) : placeOf(error.place());
  }

  /** Where what could not be decoded is written: of a field that there is not, its name. */
  public Location placeOf(DecodeError error) {
    return placeOf(error.error(), error.path());
  }

  /** Where what a later stage objects to is written. */
  public Location placeOf(Verdict.Later later) {
    return placeOf(later.reason(), later.place());
  }

  private Location placeOf(String reason, FieldPath place) {
    return reason.equals(DecodeError.UNKNOWN) ? keyPlaceOf(place) : placeOf(place);
  }

  private Location keyPlaceOf(FieldPath field) {
    Span key = field.keySpanIn(document.root());
    return key.isWritten() ? locationOf(key) : placeOf(field);
  }

  /**
   * Where {@code field} is written, or where a reader would look for it: a single value itself, the
   * key of what spans lines.
   */
  public Location placeOf(FieldPath field) {
    Node value = field.resolve(document.root());
    Span key = field.keySpanIn(document.root());
    boolean isAtKey = (value.isMapping() || value.isSequence()) && key.isWritten();
    return locationOf(isAtKey ? key : field.spanIn(document.root()));
  }

  private Location locationOf(Span span) {
    return new Location(
        document.file(), span.line(), span.column(), span.endLine(), span.endColumn());
  }
}
