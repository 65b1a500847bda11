package dev.seaworthy.cel.compact;

/** A variable of the program or of a comprehension around it. */
record Variable(String name) implements Expression {

  @Override
  public Object evaluate(Scope scope) {
    return scope.find(name);
  }

  @Override
  public Expression knowing(Known known) {
    Object value = known.find(name);
    return value == null ? this : new Constant(value);
  }
}
