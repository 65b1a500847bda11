package dev.seaworthy.manifest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what may never come, but only for a while: whoever writes or answers is not of ours. */
public final class TimeLimit {

  private TimeLimit() {}

  /**
   * What {@code work} gives. It runs on a thread of its own, which is left to itself when it takes too
   * long, and does not keep the program from ending.
   *
   * @throws IOException if the work ends with it, or the wait was interrupted
   * @throws TimeoutException if it takes longer
   */
  public static <T> T on(Duration time, Callable<T> work) throws IOException, TimeoutException {
    FutureTask<T> result = new FutureTask<>(work);
    Thread worker = new Thread(result, "seaworthy-waiting");
    worker.setDaemon(true);
    worker.start();
    try {
      return result.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("waiting was stopped");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException problem) {
        throw problem;
      }
      throw new IllegalStateException("what was waited for failed", failed.getCause());
    }
  }
}
