package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code podSucceeds}. */
final class PodSucceeds implements Verb {

  @Override
  public List<String> names() {
    return List.of("podSucceeds", "jobPodSucceeds");
  }

  @Override
  public String example() {
    return "{of: Job/report}";
  }

  @Override
  public String description() {
    return "All containers of the pods end for good, with exit code 0.";
  }

  @Override
  public Step read(Arguments in) {
    return OnNodes.to(SelectionReader.pods(in), (kubelet, pod) -> kubelet.end(pod, 0, ""));
  }
}
