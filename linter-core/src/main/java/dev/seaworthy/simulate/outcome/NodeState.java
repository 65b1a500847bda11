package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Conditions;

/**
 * A node at one moment.
 *
 * @param schedulable whether it takes new pods
 * @param pods how many pods are bound to it
 */
public record NodeState(String name, boolean ready, boolean schedulable, int pods) {

  static NodeState of(Resource node, int pods) {
    return new NodeState(
        node.name(),
        Conditions.of(node).isTrue("Ready"),
        !node.at("spec", "unschedulable").isTrue(),
        pods);
  }
}
