package dev.seaworthy.manifest;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work that follows the nesting of a document, on whatever thread: where that one's stack is too
 * small, it is done anew on one that has room for all the levels that {@link ReadLimits} allows.
 */
public final class DeepStack {

  /** Memory is taken only as far as it is used. */
  public static final long BYTES = 64L << 20;

  private DeepStack() {}

  /** What {@code work} gives; it must be able to start anew. */
  public static <T> T call(Supplier<T> work) {
    try {
      return work.get();
    } catch (StackOverflowError tooSmall) {
      return new OnThread<>(work).result();
    }
  }

  private static final class OnThread<T> implements Runnable {

    private final Supplier<T> work;
    private @Nullable T result;
    private @Nullable Throwable failure;

    OnThread(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        result = work.get();
      } catch (RuntimeException | Error thrown) {
        failure = thrown;
      }
    }

    T result() {
      Thread thread = new Thread(null, this, "seaworthy-deep", BYTES);
      thread.setDaemon(true);
      thread.start();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while a file was being read", e);
      }
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      if (result == null) {
        throw new IllegalStateException("the work gave nothing");
      }
      return result;
    }
  }
}
