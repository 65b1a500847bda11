package dev.seaworthy.validate.field;

import dev.seaworthy.manifest.FieldPath;
import java.util.Optional;

/**
 * Why an object could not be decoded.
 *
 * @param error one of {@code unknown}, {@code duplicate}, {@code type}, {@code quantity}, {@code
 *     time}, {@code duration}, {@code base64}, {@code name}, {@code namespace}, {@code no-kind},
 *     {@code kind-missing}, {@code version}, {@code apiVersion}, {@code apiVersion-missing}, {@code
 *     handled-as}
 * @param field as the decoder names it, empty where it names none
 * @param path the field with its indices, to find its place
 * @param message what is wrong, so that it reads well after the field's name
 * @param remedy what to write instead, where that can be guessed
 * @param mend what is certain to mend it
 */
public record DecodeError(
    String error,
    String field,
    FieldPath path,
    String message,
    Optional<String> remedy,
    Mend mend) {

  /** The {@link #error} of a field that the type does not have. */
  public static final String UNKNOWN = "unknown";

  public DecodeError(String error, String field, FieldPath path, String message) {
    this(error, field, path, message, Optional.empty(), Mend.OTHERWISE);
  }

  public DecodeError withRemedy(String text) {
    return new DecodeError(error, field, path, message, Optional.of(text), mend);
  }

  public DecodeError withMend(Mend change) {
    return new DecodeError(error, field, path, message, remedy, change);
  }
}
