package dev.seaworthy.cli;

/**
 * Takes Ctrl-C for the wish to see what there is so far. The work goes on until it has looked at
 * {@link #isAsked} and told its result; then it ends the program itself.
 */
final class Interruption implements AutoCloseable {

  /** What shells and the JVM itself report of an interrupted program. */
  static final int STATUS = 130;

  private final Thread worker = Thread.currentThread();
  private final Thread hook = new Thread(this::ask, "seaworthy-interrupted");
  private volatile boolean asked;

  private Interruption() {}

  /** Whoever asks for this is waited for. */
  static Interruption awaited() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  private void ask() {
    asked = true;
    try {
      worker.join();
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isAsked() {
    return asked;
  }

  /** From here on Ctrl-C ends the program at once. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException interrupted) {
      // The program is about to end: the hook waits for the result.
    }
  }
}
