package dev.seaworthy.manifest;

/** What is not there. */
public enum Absent implements Node {
  INSTANCE;

  @Override
  public Span span() {
    return Span.NONE;
  }

  @Override
  public boolean isAbsent() {
    return true;
  }

  @Override
  public boolean sameAs(Node other) {
    return other.isAbsent();
  }
}
