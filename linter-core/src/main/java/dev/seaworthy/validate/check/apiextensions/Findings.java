package dev.seaworthy.validate.check.apiextensions;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import java.util.List;

/** Where the checks of a definition report: at a place, under the server's name of it. */
record Findings(Errors errors) {

  Findings() {
    this(new Errors());
  }

  void required(Place place, String origin, String message) {
    add(CauseType.REQUIRED, place, origin, message);
  }

  void invalid(Place place, String origin, String message) {
    add(CauseType.INVALID, place, origin, message);
  }

  void forbidden(Place place, String origin, String message) {
    add(CauseType.FORBIDDEN, place, origin, message);
  }

  void notSupported(Place place, String origin, String message) {
    add(CauseType.NOT_SUPPORTED, place, origin, message);
  }

  void add(CauseType type, Place place, String origin, String message) {
    errors.add(FieldError.of(type, place.written(), origin, message).namedAs(place.named()));
  }

  /** Adds what is found wrong with a text by one of its forms, all in one cause. */
  void form(Place place, String origin, List<String> problems) {
    if (!problems.isEmpty()) {
      invalid(place, origin, "is '" + place.text() + "', " + String.join(", ", problems));
    }
  }

  /** Whether anything is wrong at {@code place}, or below it. */
  boolean anyAt(Place place) {
    return errors.anyAt(place.named());
  }

  boolean isEmpty() {
    return errors.count() == 0;
  }

  void addAll(Findings others) {
    others.errors.causes().forEach(errors::add);
  }
}
