package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;
import java.util.Optional;

/**
 * What the API answers to a write: the object as it stands now, or why not.
 *
 * @param code the HTTP status
 * @param reason the {@code metav1.StatusReason}; empty when accepted
 * @param message the refusal in words; empty when accepted
 * @param object the object as stored; empty when refused
 */
public record Answer(
    int code, String reason, String message, List<FieldError> causes, Optional<Resource> object) {

  public Answer {
    causes = List.copyOf(causes);
  }

  static final String NOT_FOUND = "NotFound";

  private static final int TOO_MANY_REQUESTS = 429;

  public static Answer ok(Resource object) {
    return new Answer(200, "", "", List.of(), Optional.of(object));
  }

  public static Answer created(Resource object) {
    return new Answer(201, "", "", List.of(), Optional.of(object));
  }

  public static Answer refused(int code, String reason, String message) {
    return new Answer(code, reason, message, List.of(), Optional.empty());
  }

  public static Answer refused(int code, String reason, String message, List<FieldError> causes) {
    return new Answer(code, reason, message, causes, Optional.empty());
  }

  /** The refusal of a Service that asks for what another one has; empty if it does not. */
  static Optional<Answer> addressesTaken(Resource object, Node previous, ClusterView view) {
    List<FieldError> taken = TakenAddresses.of(object, previous, view);
    return taken.isEmpty()
        ? Optional.empty()
        : Optional.of(refused(422, "Invalid", Refusals.message(object, taken), taken));
  }

  /** The refusal of a write of {@code object} that {@code verdict} pronounces. */
  static Answer refused(Resource object, Verdict verdict) {
    return refused(
        verdict.code(), verdict.reason(), Refusals.message(object, verdict), verdict.causes());
  }

  /** Whether the write was taken. */
  public boolean accepted() {
    return object.isPresent();
  }

  public boolean isNotFound() {
    return reason.equals(NOT_FOUND);
  }

  /** Whether nothing is made any more because the namespace is being deleted. */
  public boolean isForEndingNamespace() {
    return causes.stream().anyMatch(cause -> cause.type() == CauseType.NAMESPACE_TERMINATING);
  }

  /** Whether the same can be asked again later, and may be granted then. */
  public boolean isTryLater() {
    return code == TOO_MANY_REQUESTS;
  }

  static Answer tryLater(String message, FieldError cause) {
    return refused(TOO_MANY_REQUESTS, "TooManyRequests", message, List.of(cause));
  }
}
