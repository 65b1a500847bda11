package dev.seaworthy.manifest;

/** What is not there. */
public final class Absent extends Node {

  public static final Absent INSTANCE = new Absent();

  private Absent() {}

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
