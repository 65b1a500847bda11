package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code containerExit}. */
final class ContainerExit implements Verb {

  @Override
  public List<String> names() {
    return List.of("containerExit");
  }

  @Override
  public String example() {
    return "{of: Deployment/web, pick: 1, exitCode: 137}";
  }

  @Override
  public String description() {
    return "The containers of the pods end once with the exit code, 1 where none is given, and are "
        + "started again as their restart policy says.";
  }

  @Override
  public Step read(Arguments in) {
    PodSelection pods = SelectionReader.pods(in);
    int exitCode = (int) in.number("exitCode", 1, 0, 255);
    return OnNodes.to(pods, (kubelet, pod) -> kubelet.exit(pod, exitCode));
  }
}
