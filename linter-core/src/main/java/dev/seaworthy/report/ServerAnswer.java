package dev.seaworthy.report;

import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Shortened;
import java.util.List;
import java.util.Optional;

/**
 * What the API server would answer to an object, in its own words.
 *
 * @param accepted whether it would store the object
 * @param code the HTTP status
 * @param reason the {@code metav1.StatusReason}; empty where it accepts
 * @param causes what it objects to
 * @param denied the admission plug-in that does not let the object in, as the reason, and its words
 * @param later what stages behind the one that refuses would object to
 * @param decode what fails before the object is validated; the reason of such a cause is {@code
 *     unknown}, {@code duplicate}, {@code type} and the like
 * @param warnings what it warns of; such a cause has no reason
 * @param result the object as the server would store it, as JSON; only where that was asked for
 */
public record ServerAnswer(
    boolean accepted,
    int code,
    String reason,
    List<Cause> causes,
    Optional<Cause> denied,
    List<Later> later,
    List<Cause> decode,
    List<Cause> warnings,
    Optional<String> result) {

  public ServerAnswer {
    causes = List.copyOf(causes);
    later = List.copyOf(later);
    decode = List.copyOf(decode);
    warnings = List.copyOf(warnings);
  }

  /** Whether the server refuses when it has to store the object, though it takes it in a dry run. */
  public boolean isOnlyForDryRun() {
    return accepted && !later.isEmpty();
  }

  /** The answer to somebody who means it: {@code 422 Invalid}; empty where it accepts. */
  public Optional<String> refusal() {
    if (isOnlyForDryRun()) {
      return Optional.of("422 Invalid");
    }
    return accepted ? Optional.empty() : Optional.of(code + " " + reason);
  }

  /**
   * One thing that the server says.
   *
   * @param reason the {@code metav1.CauseType}
   * @param field the path of the field, as the server names it
   * @param path the path of the field to look at: of what can't be decoded with the indices of lists,
   *     which the server leaves out there
   * @param place where the field is written, or where a reader would look for it
   */
  public record Cause(String reason, String field, String path, String message, Location place) {

    public Cause {
      message = Shortened.of(message);
    }
  }

  /** What a later stage would say, and which one. */
  public record Later(String stage, Cause cause) {}
}
