package dev.seaworthy.cli;

/** Runs the commands once. */
final class Rehearsal {
  private Rehearsal() {}

  public static void main(String[] args) {
    Main.main(args);
  }
}
