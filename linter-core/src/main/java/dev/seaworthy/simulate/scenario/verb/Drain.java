package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code drain}. */
final class Drain implements Verb {

  /** So many pods are named. */
  private static final int MOST_NAMED = 3;

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
    Map<String, List<String>> objections = new LinkedHashMap<>();
    for (Resource pod : context.view().podsOn(node)) {
      DrainFilter.Fate fate = filter.of(pod);
      if (!fate.objection().isEmpty()) {
        objections.computeIfAbsent(fate.objection(), any -> new ArrayList<>()).add(pod.name());
      } else if (fate.evicted()) {
        leaving.add(pod);
      }
    }
    if (objections.isEmpty()) {
      new Evictions(context, leaving, context.cluster().now().plus(timeout)).run();
    } else {
      context.gaveUp(objections.entrySet().stream()
          .map(each -> each.getKey() + ": " + named(each.getValue()))
          .collect(Collectors.joining("; ")));
    }
  }

  private static String named(List<String> pods) {
    return pods.size() <= MOST_NAMED
        ? String.join(", ", pods)
        : String.join(", ", pods.subList(0, MOST_NAMED)) + " and " + (pods.size() - MOST_NAMED)
            + " more";
  }
}
