package dev.seaworthy.diagnostic;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Something to tell the user, with its place. Formats know this type and nothing else. Very long
 * texts lose their middle, see {@link Shortened}.
 *
 * @param code what kind of thing this is: a rule's id such as {@code image-tag-mutable}, {@code
 *     api-rejected} for a cause of the API server's refusal, {@code unreadable} and the like
 * @param message what is wrong, one sentence without a full stop
 * @param remedy what to do about it
 * @param place where it is
 * @param field the path of the field as the API server names it, where it is about a field
 * @param reason the API's own word for it (a {@code metav1.CauseType} or {@code StatusReason})
 * @param subject the object that it is about
 * @param related other places that help to understand
 * @param fix what mends it, where that is known; rules' fixes are worked out only for those who ask
 */
public record Diagnostic(
    String code,
    Severity severity,
    String message,
    Optional<String> remedy,
    Location place,
    Optional<String> field,
    Optional<String> reason,
    Optional<Subject> subject,
    List<Related> related,
    Optional<Fix> fix) {

  /**
   * By file, line, column, code and message: the order in which everything is shown. Written out: a
   * comparator that is put together of others takes some milliseconds of a start.
   */
  public static final Comparator<Diagnostic> ORDER = Diagnostic::compare;

  public Diagnostic {
    message = Shortened.of(message);
    field = field.map(Shortened::of);
    related = List.copyOf(related);
  }

  /** A diagnostic with nothing but the necessary; the {@code with} methods add the rest. */
  public static Diagnostic of(String code, Severity severity, String message, Location place) {
    return new Diagnostic(
        code,
        severity,
        message,
        Optional.empty(),
        place,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static int compare(Diagnostic one, Diagnostic other) {
    int order = one.place.file().compareTo(other.place.file());
    if (order == 0) {
      order = Integer.compare(one.place.line(), other.place.line());
    }
    if (order == 0) {
      order = Integer.compare(one.place.column(), other.place.column());
    }
    if (order == 0) {
      order = one.code.compareTo(other.code);
    }
    return order == 0 ? one.message.compareTo(other.message) : order;
  }

  /** Another place that helps to understand, and what it has to do with it. */
  public record Related(Location place, String message) {

    public Related {
      message = Shortened.of(message);
    }
  }

  /** The object that a diagnostic is about; the namespace is empty where none is written. */
  public record Subject(String apiVersion, String kind, String namespace, String name) {

    public Subject {
      apiVersion = Shortened.of(apiVersion);
      kind = Shortened.of(kind);
      namespace = Shortened.of(namespace);
      name = Shortened.of(name);
    }
  }

  public Diagnostic withMessage(String other) {
    return new Diagnostic(
        code, severity, other, remedy, place, field, reason, subject, related, fix);
  }

  public Diagnostic withRemedy(String text) {
    return new Diagnostic(
        code, severity, message, Optional.of(text), place, field, reason, subject, related, fix);
  }

  /** About a field, where the API has no word of its own for what is wrong. */
  public Diagnostic withField(String path) {
    return new Diagnostic(
        code, severity, message, remedy, place, Optional.of(path), reason, subject, related, fix);
  }

  public Diagnostic withField(String path, String causeType) {
    return new Diagnostic(
        code,
        severity,
        message,
        remedy,
        place,
        Optional.of(path),
        Optional.of(causeType),
        subject,
        related,
        fix);
  }

  public Diagnostic withSubject(Subject about) {
    return new Diagnostic(
        code, severity, message, remedy, place, field, reason, Optional.of(about), related, fix);
  }

  public Diagnostic withRelated(List<Related> places) {
    return new Diagnostic(
        code, severity, message, remedy, place, field, reason, subject, places, fix);
  }

  public Diagnostic withSeverity(Severity other) {
    return new Diagnostic(
        code, other, message, remedy, place, field, reason, subject, related, fix);
  }

  public Diagnostic withPlace(Location other) {
    return new Diagnostic(
        code, severity, message, remedy, other, field, reason, subject, related, fix);
  }

  public Diagnostic withFix(Fix found) {
    return new Diagnostic(
        code,
        severity,
        message,
        remedy,
        place,
        field,
        reason,
        subject,
        related,
        Optional.of(found));
  }
}
