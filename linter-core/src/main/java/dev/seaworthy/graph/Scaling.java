package dev.seaworthy.graph;

import dev.seaworthy.api.ObjectKey;
import java.util.List;

/** Who sets how many pods a workload has, and within which bounds. */
public final class Scaling {

  private final InputGraph input;
  private final SeenUnits units;

  Scaling(InputGraph input, SeenUnits units) {
    this.input = input;
    this.units = units;
  }

  /** Everything that scales the object of that name, or the size of its pods, in the order read. */
  public List<InputObject> allAutoscalersOf(ObjectKey workload) {
    return units.nearest(unit -> unit.autoscalers().allOf(workload));
  }

  /** The same in the whole input. */
  public List<InputObject> allAutoscalersAnywhere(ObjectKey workload) {
    return input.everything().autoscalers().allOf(workload);
  }

  /** The autoscalers that set the number of pods of {@code workload}. */
  public List<InputObject> autoscalersOf(InputObject workload) {
    ObjectKey key = input.identities().keyOf(workload);
    return units.nearest(unit -> unit.autoscalers().of(key));
  }

  /** The fewest pods that {@code workload} is meant to have. */
  public long lowestReplicas(InputObject workload) {
    return Autoscalers.lowestReplicas(workload, autoscalersOf(workload));
  }

  /** The most pods that {@code workload} is meant to have. */
  public long highestReplicas(InputObject workload) {
    return Autoscalers.highestReplicas(workload, autoscalersOf(workload));
  }
}
