package dev.seaworthy.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;

/**
 * A bar on standard error for work that takes long enough to wonder. Silent unless a person looks,
 * and for the first moments.
 */
final class Progress {

  private static final long QUIET_NANOS = 700_000_000L;
  private static final long STEP_NANOS = 100_000_000L;
  private static final int CELLS = 30;

  private final PrintWriter err;
  private final boolean wanted;
  private final int total;
  private final String what;
  private final long started = System.nanoTime();
  private long drawn = started + QUIET_NANOS - STEP_NANOS;
  private boolean visible;
  private int done;

  /** Over so many files. */
  Progress(Console console, int total) {
    this(console, total, "files");
  }

  /** The same of something else, which {@code what} names in the plural. */
  Progress(Console console, int total, String what) {
    this.what = what;
    this.err = console.err();
    this.wanted = console.errIsTerminal() && total > 1;
    this.total = total;
  }

  /** One more is done. */
  void step() {
    reach(done + 1);
  }

  /** So many are done. */
  void reach(int number) {
    done = number;
    long now = System.nanoTime();
    if (wanted && now - drawn >= STEP_NANOS) {
      drawn = now;
      visible = true;
      int filled = (int) ((long) CELLS * done / total);
      err.print("\r[" + "#".repeat(filled) + ".".repeat(CELLS - filled) + "] " + done + " of "
          + total + " " + what);
      err.flush();
    }
  }

  /** A writer that takes the bar away before it writes to {@code out}. */
  PrintWriter over(PrintWriter out) {
    if (!wanted) {
      return out;
    }
    return new PrintWriter(new FilterWriter(out) {
      @Override
      public void write(char[] text, int from, int length) throws IOException {
        clear();
        super.write(text, from, length);
      }

      @Override
      public void write(String text, int from, int length) throws IOException {
        clear();
        super.write(text, from, length);
      }

      @Override
      public void write(int c) throws IOException {
        clear();
        super.write(c);
      }
    });
  }

  /** Takes the bar away, before something else is printed. */
  void clear() {
    if (visible) {
      err.print("\r\u001B[K");
      err.flush();
      visible = false;
    }
  }
}
