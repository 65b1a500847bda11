package dev.seaworthy.simulate.scheduler.framework;

import dev.seaworthy.api.Resource;

/**
 * A pod on a node.
 *
 * @param terminating whether it is being deleted: it still takes its room, but what spreads pods
 *     does not count it any more
 */
public record PodInfo(String uid, Resource resource, PodSignature signature, boolean terminating) {

  public long priority() {
    return signature.priority();
  }
}
