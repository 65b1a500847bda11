package dev.seaworthy.judge;

import dev.seaworthy.manifest.DeepStack;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on many items in several threads and hands the results on in the order of the items, by the
 * calling thread. Only a few items are under way at a time, so memory does not grow with their
 * number.
 */
public final class OrderedPipeline {

  /** Enough that a large item does not leave the other threads idle. */
  private static final int ITEMS_AHEAD_PER_THREAD = 32;

  private final int threads;

  public OrderedPipeline(int threads) {
    this.threads = Math.max(1, threads);
  }

  public <I, O> void run(List<I> items, Function<I, O> work, Consumer<O> sink) {
    int useful = Math.min(threads, items.size());
    AtomicInteger names = new AtomicInteger();
    ExecutorService workers = Executors.newFixedThreadPool(Math.max(1, useful), task -> {
      Thread thread =
          new Thread(null, task, "seaworthy-" + names.incrementAndGet(), DeepStack.BYTES);
      thread.setDaemon(true);
      return thread;
    });
    try {
      Deque<Future<O>> underWay = new ArrayDeque<>();
      for (I item : items) {
        underWay.addLast(workers.submit(() -> work.apply(item)));
        if (underWay.size() >= useful * ITEMS_AHEAD_PER_THREAD) {
          sink.accept(result(underWay.removeFirst()));
        }
      }
      while (!underWay.isEmpty()) {
        sink.accept(result(underWay.removeFirst()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <O> O result(Future<O> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while files were being checked", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
