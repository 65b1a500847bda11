package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** {@code drain}. */
final class Drain implements Verb {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public List<String> names() {
    return List.of("drain");
  }

  @Override
  public String example() {
    return "{node: n1, force: true, timeout: 30s}";
  }

  @Override
  public String description() {
    return "What kubectl drain --ignore-daemonsets does: cordons the node, evicts its pods, waits"
        + " until they are gone. With deleteEmptyDirData it takes pods with such volumes, too.";
  }

  @Override
  public Step read(Arguments in) {
    String node = Nodes.name(in);
    boolean force = in.flag("force");
    boolean deleteEmptyDirData = in.flag("deleteEmptyDirData");
    Duration timeout = in.duration("timeout").orElse(PATIENCE);
    return context -> {
      Nodes.cordon(context, node, true);
      drain(context, node, new DrainFilter(force, deleteEmptyDirData, context.view()), timeout);
    };
  }

  /** All pods or none: one that can't go keeps the others. */
  private static void drain(
      StepContext context, String node, DrainFilter filter, Duration timeout) {
    List<Resource> leaving = new ArrayList<>();
    Set<String> objections = new LinkedHashSet<>();
    for (Resource pod : context.view().podsOn(node)) {
      DrainFilter.Fate fate = filter.of(pod);
      if (!fate.objection().isEmpty()) {
        objections.add(fate.objection());
      } else if (fate.evicted()) {
        leaving.add(pod);
      }
    }
    if (objections.isEmpty()) {
      new Evictions(context, leaving, context.cluster().now().plus(timeout)).run();
    } else {
      context.gaveUp(String.join("; ", objections));
    }
  }
}
