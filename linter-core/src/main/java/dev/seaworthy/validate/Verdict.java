package dev.seaworthy.validate;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.admission.Denial;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Mend;
import dev.seaworthy.validate.field.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server's answer to one object.
 *
 * @param code the HTTP status: 201 or 200 when accepted, else 400, 403, 404, 409, 422
 * @param reason the {@code metav1.StatusReason}, empty when accepted
 * @param stage the stage that objected
 * @param causes what is wrong at which field, in the order found
 * @param decode why it could not be decoded
 * @param result the object as the server would store it
 * @param denial what an admission plug-in says that does not let it in
 * @param later what stages after the one that objected would add, for people who want all at once;
 *     of an object that is accepted, what a dry run does not come to
 */
public record Verdict(
    int code,
    String reason,
    Optional<Stage> stage,
    List<FieldError> causes,
    List<DecodeError> decode,
    List<Warning> warnings,
    Optional<Resource> result,
    Optional<Denial> denial,
    List<Later> later) {

  public Verdict {
    causes = List.copyOf(causes);
    decode = List.copyOf(decode);
    warnings = List.copyOf(warnings);
    later = List.copyOf(later);
  }

  /**
   * What the server would say if it were not for what it says now.
   *
   * @param stage which stage would say it: one after the answering one, or that one at the next try
   * @param reason the {@code metav1.CauseType}; of what can't be decoded the word of {@link
   *     DecodeError#error}
   * @param field as the server names it
   * @param place the field to look at
   * @param message what is wrong, so that it reads well after the field's name
   * @param mend what is certain to mend it
   */
  public record Later(
      Stage stage,
      String reason,
      String field,
      FieldPath place,
      String message,
      Optional<String> remedy,
      Mend mend) {

    public static Later of(Stage stage, FieldError cause) {
      return new Later(
          stage,
          cause.type().word(),
          cause.field().toString(),
          cause.place(),
          cause.message(),
          cause.remedy(),
          Mend.OTHERWISE);
    }

    static Later of(Stage stage, DecodeError error) {
      return new Later(
          stage,
          error.error(),
          error.field(),
          error.path(),
          error.message(),
          error.remedy(),
          error.mend());
    }
  }

  /** The object is stored, or would be. */
  public static Verdict accepted(int code, List<Warning> warnings, Resource result) {
    return new Verdict(
        code,
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        warnings,
        Optional.of(result),
        Optional.empty(),
        List.of());
  }

  /** This, with what would be said of it outside a dry run. */
  Verdict withLater(List<Later> more) {
    return more.isEmpty()
        ? this
        : new Verdict(code, reason, stage, causes, decode, warnings, result, denial, more);
  }

  /** {@code stage} objects, at these fields. */
  public static Verdict refused(
      Stage stage,
      int code,
      String reason,
      List<FieldError> causes,
      List<DecodeError> decode,
      List<Later> later) {
    return new Verdict(
        code,
        reason,
        Optional.of(stage),
        causes,
        decode,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        later);
  }

  static Verdict refused(Stage stage, Refusal why, List<Warning> warnings, List<Later> later) {
    return new Verdict(
        why.code(),
        why.reason(),
        Optional.of(stage),
        why.causes(),
        why.decode(),
        warnings,
        Optional.empty(),
        why.denial(),
        later);
  }

  /** This answer alone, for whoever keeps many of them. */
  public Verdict withoutResult() {
    return new Verdict(
        code, reason, stage, causes, decode, warnings, Optional.empty(), denial, later);
  }

  /** How many things it says: causes, what could not be decoded, what is said later, warnings. */
  public int problems() {
    return causes.size() + decode.size() + later.size() + warnings.size();
  }

  /** This with the first {@code most} of each kind of problem. */
  public Verdict withFirst(int most) {
    return new Verdict(
        code,
        reason,
        stage,
        first(most, causes),
        first(most, decode),
        first(most, warnings),
        result,
        denial,
        first(most, later));
  }

  private static <T> List<T> first(int most, List<T> all) {
    return all.size() <= most ? all : all.subList(0, most);
  }

  /** This with {@code more} warnings, whatever the answer. */
  public Verdict withWarnings(List<Warning> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Warning> all = new ArrayList<>(warnings);
    all.addAll(more);
    return new Verdict(code, reason, stage, causes, decode, all, result, denial, later);
  }

  public boolean accepted() {
    return stage.isEmpty();
  }
}
