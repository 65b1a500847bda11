package dev.seaworthy.validate.field;

/**
 * What no single field of a shared type can tell, such as a Container or a LabelSelector; asked
 * wherever a value of the type stands. Implementations have no state and no-argument constructors.
 */
public interface TypeCheck {

  /** The type, as constraint files name it: {@code core/v1.Container}. */
  String type();

  /** What the server judges in place of {@code value}; mostly that itself. */
  default Value judged(Value value) {
    return value;
  }

  void check(Value value, Request request, Errors errors);
}
