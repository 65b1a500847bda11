package dev.seaworthy.validate.admission.podsecurity;

import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import java.util.ArrayList;
import java.util.List;

/** What of a pod does not meet a control, each at its field. */
final class Violations {

  private final List<FieldError> all = new ArrayList<>(0);
  private String control = "";

  /** What is added from here on is what {@code name} objects to. */
  void of(String name) {
    control = name;
  }

  void add(Value place, String message) {
    all.add(FieldError.of(CauseType.FORBIDDEN, place.path(), control, message));
  }

  /** Objects to a boolean {@code true}. */
  void refuseTrue(Value flag) {
    if (flag.isTrue()) {
      add(flag, "must not be true");
    }
  }

  List<FieldError> all() {
    return all;
  }
}
