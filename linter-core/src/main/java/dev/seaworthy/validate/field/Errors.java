package dev.seaworthy.validate.field;

import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Where checks report. An origin names the check that objects; a message reads well after the
 * field's name.
 */
public final class Errors {

  private final List<FieldError> causes = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();

  public void required(FieldPath field, String origin, String message) {
    add(CauseType.REQUIRED, field, origin, message);
  }

  public void invalid(FieldPath field, String origin, String message) {
    add(CauseType.INVALID, field, origin, message);
  }

  public void notSupported(FieldPath field, String origin, String message) {
    add(CauseType.NOT_SUPPORTED, field, origin, message);
  }

  public void forbidden(FieldPath field, String origin, String message) {
    add(CauseType.FORBIDDEN, field, origin, message);
  }

  public void duplicate(FieldPath field, String origin, String message) {
    add(CauseType.DUPLICATE, field, origin, message);
  }

  public void notFound(FieldPath field, String origin, String message) {
    add(CauseType.NOT_FOUND, field, origin, message);
  }

  public void tooLong(FieldPath field, String origin, String message) {
    add(CauseType.TOO_LONG, field, origin, message);
  }

  public void tooMany(FieldPath field, String origin, String message) {
    add(CauseType.TOO_MANY, field, origin, message);
  }

  public void add(CauseType type, FieldPath field, String origin, String message) {
    causes.add(FieldError.of(type, field, origin, message));
  }

  public void add(FieldError error) {
    causes.add(error);
  }

  public void warn(FieldPath field, String origin, String message) {
    warnings.add(new Warning(field, origin, message));
  }

  /** How many causes there are, to find out whether a check added any. */
  public int count() {
    return causes.size();
  }

  public List<FieldError> causes() {
    return List.copyOf(causes);
  }

  /** The causes without those that say the same of the same field again. */
  public List<FieldError> distinctCauses() {
    return List.copyOf(new LinkedHashSet<>(causes));
  }

  public List<Warning> warnings() {
    return List.copyOf(warnings);
  }
}
