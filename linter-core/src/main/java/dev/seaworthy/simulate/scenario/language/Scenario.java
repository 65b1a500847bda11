package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.node.Pressure;
import java.util.List;
import java.util.Map;

/**
 * A story about a cluster.
 *
 * @param namespace where its manifests go that name none
 * @param quick whether the control plane gives up silent nodes sooner than as it comes
 * @param evictionHard how much of what kubelets keep free, where they don't as they come
 * @param images how the containers of an image behave, by the image as manifests write it
 * @param steps what happens, in order; a step does not wait for the one before it to take effect
 */
public record Scenario(
    String name,
    String area,
    String purpose,
    String namespace,
    boolean quick,
    List<NodeTemplate> nodes,
    Map<Pressure, String> evictionHard,
    Map<String, Behaviour> images,
    List<Line> steps) {

  public Scenario {
    nodes = List.copyOf(nodes);
    evictionHard = Map.copyOf(evictionHard);
    images = Map.copyOf(images);
    steps = List.copyOf(steps);
  }

  /** Whether it says how the cluster must be at some point: then that decides whether all is well. */
  public boolean hasExpectations() {
    return steps.stream().anyMatch(line -> line.step().isExpectation());
  }

  /**
   * A step with its place in the story.
   *
   * @param number from 1
   * @param verb as it is written
   * @param title the step in a line, as people would write it; empty if nobody does anything
   * @param place where the verb stands
   */
  public record Line(int number, String verb, String title, Location place, Step step) {}
}
