package dev.seaworthy.validate.field;

import dev.seaworthy.api.GroupKind;

/** What no single field of a kind can tell. Implementations have no state and no-argument constructors. */
public interface KindCheck {

  /** The kind that this judges. */
  GroupKind kind();

  /** Judges {@code object}, decoded and defaulted; {@link Value#previous} is absent on create. */
  void check(Value object, Request request, Errors errors);
}
