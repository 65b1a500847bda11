package dev.seaworthy.simulate.scheduler.framework;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The nodes by when they last changed, so that who knows them can catch up with the changed ones. */
final class RecentChanges {

  private @Nullable NodeInfo newest;
  private long generation;

  long generation() {
    return generation;
  }

  /** Notes that {@code node} changed, or is new. */
  void touch(NodeInfo node) {
    node.generation = ++generation;
    if (node != newest) {
      unlink(node);
      node.older = newest;
      if (newest != null) {
        newest.newer = node;
      }
      newest = node;
    }
  }

  void remove(NodeInfo node) {
    if (node == newest) {
      newest = node.older;
    }
    unlink(node);
    generation++;
  }

  private static void unlink(NodeInfo node) {
    if (node.newer != null) {
      node.newer.older = node.older;
    }
    if (node.older != null) {
      node.older.newer = node.newer;
    }
    node.newer = null;
    node.older = null;
  }

  /** Every node that changed after {@code generation}, the newest first. */
  void since(long generation, Consumer<NodeInfo> action) {
    for (NodeInfo node = newest; node != null && node.generation > generation; node = node.older) {
      action.accept(node);
    }
  }
}
