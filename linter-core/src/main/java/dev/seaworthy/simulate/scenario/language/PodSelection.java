package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.simulate.object.Job;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which pods a step is about: all that fulfil every condition given, in order of creation, or those
 * at the places {@code pick} of that order.
 *
 * @param of the object that owns them, if only through a ReplicaSet
 * @param index the completion index of an Indexed Job
 * @param deleting whether pods that are being deleted count, too
 * @param pick places counted from 1; empty for all
 */
public record PodSelection(
    Optional<Target> of,
    Optional<LabelSelector> selector,
    String name,
    String node,
    String index,
    String phase,
    boolean deleting,
    List<Integer> pick) {

  public PodSelection {
    pick = List.copyOf(pick);
  }

  /**
   * The pods selected.
   *
   * @param pods all pods of the story, oldest first
   * @param ownerOf the workload that owns a pod
   */
  public List<Resource> select(List<Resource> pods, Function<Resource, Optional<Target>> ownerOf) {
    List<Resource> matching = pods.stream().filter(pod -> matches(pod, ownerOf)).toList();
    return pick.isEmpty()
        ? matching
        : pick.stream()
            .filter(place -> place >= 1 && place <= matching.size())
            .map(place -> matching.get(place - 1))
            .toList();
  }

  private boolean matches(Resource pod, Function<Resource, Optional<Target>> ownerOf) {
    return (deleting || pod.at("metadata", "deletionTimestamp").isAbsent())
        && (name.isEmpty() || name.equals(pod.name()))
        && (node.isEmpty() || node.equals(pod.at("spec", "nodeName").text()))
        && (index.isEmpty() || index.equals(pod.annotations().get(Job.COMPLETION_INDEX)))
        && (phase.isEmpty() || phase.equals(pod.at("status", "phase").text()))
        && (selector.isEmpty() || selector.get().matches(pod.labels()))
        && (of.isEmpty() || of.equals(ownerOf.apply(pod)));
  }
}
