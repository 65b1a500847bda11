package dev.seaworthy.judge;

import dev.seaworthy.manifest.DeepStack;
import java.util.ArrayDeque;
import java.util.ArrayList;
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

  /** Handing an item to a thread takes as long as a tenth of a small file, so many go together. */
  private static final int ITEMS_TOGETHER = 8;

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
      Deque<Future<List<O>>> underWay = new ArrayDeque<>();
      int ahead = useful * ITEMS_AHEAD_PER_THREAD;
      int together = items.size() <= ahead ? 1 : ITEMS_TOGETHER;
      for (int from = 0; from < items.size(); from += together) {
        List<I> some = items.subList(from, Math.min(from + together, items.size()));
        underWay.addLast(workers.submit(() -> each(some, work)));
        if (underWay.size() * together >= ahead) {
          result(underWay.removeFirst()).forEach(sink);
        }
      }
      while (!underWay.isEmpty()) {
        result(underWay.removeFirst()).forEach(sink);
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <I, O> List<O> each(List<I> items, Function<I, O> work) {
    List<O> results = new ArrayList<>(items.size());
    for (I item : items) {
      results.add(work.apply(item));
    }
    return results;
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
