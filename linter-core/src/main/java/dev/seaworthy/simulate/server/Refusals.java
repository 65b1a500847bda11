package dev.seaworthy.simulate.server;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.Stage;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.admission.Denial;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Refusals in words. */
final class Refusals {

  private Refusals() {}

  static String message(Resource object, Verdict verdict) {
    if (verdict.denial().isPresent()) {
      boolean isNamed = !verdict.stage().equals(Optional.of(Stage.MUTATING_ADMISSION));
      return message(isNamed ? object : unnamed(object), verdict.denial().get());
    }
    Stream<String> decode =
        verdict.decode().stream().map(error -> error.field() + " " + error.message());
    return message(unnamed(object), Stream.concat(words(verdict.causes()), decode));
  }

  static String message(Resource object, List<FieldError> causes) {
    return message(object, words(causes));
  }

  private static String message(Resource object, Stream<String> reasons) {
    return words(object) + " is refused: " + reasons.collect(Collectors.joining("; "));
  }

  private static Stream<String> words(List<FieldError> causes) {
    return causes.stream().map(cause -> cause.field() + " " + cause.message());
  }

  private static String message(Resource object, Denial denial) {
    return denial.reason().equals(Answer.NOT_FOUND)
        ? denial.message()
        : words(object) + " is forbidden: " + denial.message();
  }

  /** Before a name is completed there is only what the client sent of it. */
  private static Resource unnamed(Resource object) {
    String prefix = object.at("metadata", "generateName").text();
    return prefix.isEmpty() ? object : object.withAt(Scalar.of(prefix), "metadata", "name");
  }

  private static String words(Resource object) {
    return ServerWords.of(ObjectKey.of(object));
  }
}
