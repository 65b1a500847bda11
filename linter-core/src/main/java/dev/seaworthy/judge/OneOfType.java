package dev.seaworthy.judge;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.Verdict;
import dev.seaworthy.validate.custom.ObjectRules;
import dev.seaworthy.validate.field.CauseType;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Of a value of the wrong type a server also says that it has the wrong format, and that it fits none
 * of the alternatives: for people the first of these is enough.
 */
record OneOfType(Set<FieldPath> mistyped, Set<FieldPath> told) {

  static OneOfType in(Verdict verdict) {
    String word = CauseType.TYPE_INVALID.word();
    Set<FieldPath> mistyped = Stream.concat(
            verdict.causes().stream()
                .filter(cause -> cause.type().word().equals(word))
                .map(cause -> cause.place()),
            verdict.later().stream()
                .filter(later -> later.reason().equals(word))
                .map(Verdict.Later::place))
        .collect(Collectors.toSet());
    return new OneOfType(mistyped, new HashSet<>());
  }

  /** Whether {@code message}, said of {@code place}, is the first, or about something else. */
  boolean isNew(FieldPath place, String message) {
    return !mistyped.contains(place)
        || message.equals(ObjectRules.VALIDATIONS_UNASKED)
        || told.add(place);
  }
}
