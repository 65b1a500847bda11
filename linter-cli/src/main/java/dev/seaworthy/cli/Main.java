package dev.seaworthy.cli;

/** The command {@code seaworthy}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
