package dev.seaworthy.validate.field;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.manifest.Unknown;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What nobody knows of an object under judgement: values that could not be read. They are neither
 * right nor wrong, and whatever a check says after it has asked for one of them may be false.
 */
public final class Doubt {

  /** Everything is known. */
  public static final Doubt NONE = new Doubt(Set.of());

  private final Unknown.Questions questions = new Unknown.Questions();

  /** As text: what stands there or below it is not known. */
  private final Set<String> fields;

  /** Of an object whose values are still to be read. */
  public Doubt() {
    this(new HashSet<>());
  }

  private Doubt(Set<String> fields) {
    this.fields = fields;
  }

  /** The value at {@code field} is not known; what is returned stands for it. */
  public Unknown of(FieldPath field, Span span) {
    about(field);
    return new Unknown(span, questions);
  }

  /** Nobody knows what will stand at {@code field}. */
  public void about(FieldPath field) {
    fields.add(field.toString());
  }

  /** How often something was asked that is not known. */
  public int questions() {
    return questions.count();
  }

  /** Whether {@code field}, or a field that it lies in, is not known. */
  private boolean covers(FieldPath field) {
    for (Optional<FieldPath> at = Optional.of(field);
        at.isPresent();
        at = at.get().parent()) {
      if (!at.get().isRoot() && fields.contains(at.get().toString())) {
        return true;
      }
    }
    return false;
  }

  /** The {@code causes} that do not speak of what is not known. */
  public List<FieldError> certain(List<FieldError> causes) {
    return fields.isEmpty()
        ? List.copyOf(causes)
        : causes.stream()
            .filter(cause -> !covers(cause.field()) && !covers(cause.place()))
            .toList();
  }
}
