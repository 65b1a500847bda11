package dev.seaworthy.simulate.scheduler;

/**
 * The heap in which kube-scheduler keeps nodes by their points. What decides between equal nodes is
 * random only where extenders take part; otherwise it is where the heap leaves them, which depends on
 * the order in which the nodes were found feasible, and that hardly ever differs from the order in which
 * they were looked at.
 */
final class ScoreHeap {

  private ScoreHeap() {}

  /** The place of the node that is taken first; {@code points} as the nodes were looked at. */
  static int first(long[] points) {
    int[] heap = new int[points.length];
    for (int i = 0; i < heap.length; i++) {
      heap[i] = i;
    }
    for (int i = heap.length / 2 - 1; i >= 0; i--) {
      sink(heap, points, i);
    }
    return heap[0];
  }

  private static void sink(int[] heap, long[] points, int from) {
    int at = from;
    for (int child = 2 * at + 1; child < heap.length; child = 2 * at + 1) {
      int right = child + 1;
      int better = right < heap.length && points[heap[right]] > points[heap[child]] ? right : child;
      if (points[heap[better]] <= points[heap[at]]) {
        return;
      }
      int node = heap[at];
      heap[at] = heap[better];
      heap[better] = node;
      at = better;
    }
  }
}
