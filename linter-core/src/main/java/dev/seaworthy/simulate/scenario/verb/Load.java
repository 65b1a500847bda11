package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.node.PodUsage;
import dev.seaworthy.simulate.object.Amounts;
import dev.seaworthy.simulate.scenario.language.Absence;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Target;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code load}. */
final class Load implements Verb {

  private static final List<String> RESOURCES =
      List.of("cpu", "memory", "ephemeral-storage", PodUsage.PROCESSES);

  @Override
  public List<String> names() {
    return List.of("load");
  }

  @Override
  public String example() {
    return "{target: Deployment/web, cpu: 1500m}";
  }

  @Override
  public String description() {
    return "From now on the pods of a workload together use so much cpu, memory, ephemeral-storage"
        + " (disk) and processes, each that runs an equal share. That is what a"
        + " HorizontalPodAutoscaler measures; a node that runs short of memory, disk or processes"
        + " ends pods, and a container that uses more memory than its limit is killed (OOMKilled).";
  }

  @Override
  public Step read(Arguments in) {
    Target target = in.target();
    Mapping load = Mapping.EMPTY;
    for (String resource : RESOURCES) {
      Node amount = in.field(resource);
      load = amount.isPresent() ? load.with(resource, amount) : load;
    }
    Amounts amounts = Amounts.of(load);
    return context -> context
        .object(target)
        .ifPresentOrElse(
            object -> context.cluster().load(ObjectKey.of(object), amounts),
            () -> context.missed(Absence.of(target, context)));
  }
}
