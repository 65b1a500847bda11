package dev.seaworthy.validate.decode;

import dev.seaworthy.manifest.Document.DuplicateKey;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.validate.field.DecodeError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an object, and what of it the server tells: the first value at which a type's
 * own code gives up; else the first value of a wrong type; else all fields that are unknown or
 * written twice.
 */
final class DecodeFindings {

  private final List<DecodeError> types = new ArrayList<>(0);
  private final List<DecodeError> strict = new ArrayList<>(0);
  private @Nullable DecodeError first;
  private @Nullable DecodeError ending;

  /** A value of the wrong type; {@code ends} says that the server reads no further. */
  void type(DecodeError error, boolean ends) {
    types.add(error);
    if (ending == null && ends) {
      ending = error;
    } else if (ending == null && first == null) {
      first = error;
    }
  }

  /** A value that a type's own code reads is over: if there was an error, the server ends here. */
  void end() {
    if (ending == null) {
      ending = first;
    }
  }

  /** A field that the server does not know. */
  void strict(DecodeError error) {
    strict.add(error);
  }

  void duplicates(List<DuplicateKey> keys, Node object) {
    if (keys.isEmpty()) {
      return;
    }
    for (DuplicateKey key : keys) {
      strict.add(new DecodeError(
          "duplicate",
          GoNames.strict(key.path()),
          key.path(),
          "is written more than once; the last one would count"));
    }
    Comparator<Span> inText = Comparator.comparingInt(Span::line).thenComparingInt(Span::column);
    strict.sort(Comparator.comparing(error -> error.path().keySpanIn(object), inText));
  }

  /** What the server answers. */
  List<DecodeError> told() {
    return single().map(List::of).orElse(strict);
  }

  /** What it does not come to. */
  List<DecodeError> untold() {
    Optional<DecodeError> told = single();
    if (told.isEmpty()) {
      return List.of();
    }
    List<DecodeError> untold = new ArrayList<>(types);
    untold.remove(told.get());
    untold.addAll(strict);
    return untold;
  }

  /** Whether all values are of their types. */
  boolean isReadable() {
    return types.isEmpty();
  }

  private Optional<DecodeError> single() {
    return Optional.ofNullable(ending != null ? ending : first);
  }
}
