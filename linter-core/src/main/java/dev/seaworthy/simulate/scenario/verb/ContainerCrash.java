package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.node.Kubelet;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code containerCrash}. */
final class ContainerCrash implements Verb {

  @Override
  public List<String> names() {
    return List.of("containerCrash");
  }

  @Override
  public String example() {
    return "{of: Deployment/web, pick: 1}";
  }

  @Override
  public String description() {
    return "The containers of the pods end once more and wait in CrashLoopBackOff from then on; "
        + "containerExit lets them be started again.";
  }

  @Override
  public Step read(Arguments in) {
    return OnNodes.to(SelectionReader.pods(in), Kubelet::crash);
  }
}
