package dev.seaworthy.simulate.scheduler.framework;

import java.util.Optional;
import java.util.Set;

/**
 * A filter's answers for pods of one signature. It is kept for as long as such pods come, so what it
 * counts it keeps {@linkplain Snapshot#catchUp up to date} from changes.
 */
@FunctionalInterface
public interface NodeFilter {

  /** A filter that such pods have no use for. */
  NodeFilter SKIP = node -> Status.SUCCESS;

  /** What is to be said of {@code node}. */
  Status filter(NodeInfo node);

  /** What is to be said of every node alike, because of the pod itself; empty if that depends. */
  default Optional<Status> refusal() {
    return Optional.empty();
  }

  /** Whether an answer depends on the node alone, so that it holds until the node changes. */
  default boolean isLocal() {
    return true;
  }

  /** Whether it has nothing to say against any node, until it catches up the next time. */
  default boolean admitsAll() {
    return this == SKIP;
  }

  /** Takes in what has changed since it was last asked. */
  default void catchUp() {}

  /** The only nodes that can come into question, where the pod names them. */
  default Optional<Set<String>> nodeNames() {
    return Optional.empty();
  }
}
