package dev.seaworthy.cel.compact;

/** A variable of the program or of a comprehension around it. */
record Variable(String name) implements Expression {

  @Override
  public Object evaluate(Scope scope) {
    return scope.find(name);
  }
}
