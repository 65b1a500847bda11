package dev.seaworthy.validate;

import dev.seaworthy.validate.admission.Denial;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a stage answers that objects. */
record Refusal(
    int code,
    String reason,
    List<DecodeError> decode,
    List<FieldError> causes,
    Optional<Denial> denial) {

  static Refusal undecoded(int code, String reason, List<DecodeError> errors) {
    return new Refusal(code, reason, errors, List.of(), Optional.empty());
  }

  /** A request that the server calls bad without a word of where. */
  static Refusal badRequest() {
    return undecoded(400, "BadRequest", List.of());
  }

  static Refusal invalid(List<FieldError> causes) {
    return new Refusal(422, "Invalid", List.of(), causes, Optional.empty());
  }

  static Refusal denied(Denial denial) {
    return new Refusal(
        denial.code(), denial.reason(), List.of(), denial.causes(), Optional.of(denial));
  }

  /** Everything that it says of fields, for an answer that another stage gives. */
  List<FieldError> all() {
    List<FieldError> all = new ArrayList<>(causes);
    denial.map(Denial::asCauses).ifPresent(all::addAll);
    return all;
  }
}
