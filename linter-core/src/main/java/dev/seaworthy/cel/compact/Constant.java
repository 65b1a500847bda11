package dev.seaworthy.cel.compact;

/** A value that is written in the expression. */
record Constant(Object value) implements Expression {

  /** A type as a value; what {@code type()} gives. */
  record TypeName(String name) {}

  @Override
  public Object evaluate(Scope scope) {
    return value;
  }
}
