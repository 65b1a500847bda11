package dev.seaworthy.cel.compact;

import org.jspecify.annotations.Nullable;

/** A value that is written in the expression. */
record Constant(Object value) implements Expression {

  /** A type as a value; what {@code type()} gives. */
  record TypeName(String name) {

    // By hand: what Java makes for records is put together at a first call that a start would wait
    // for.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof TypeName type && name.equals(type.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  @Override
  public Object evaluate(Scope scope) {
    return value;
  }

  @Override
  public Expression knowing(Known known) {
    return this;
  }
}
