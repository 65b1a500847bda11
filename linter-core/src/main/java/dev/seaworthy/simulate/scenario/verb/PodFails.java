package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code podFails}. */
final class PodFails implements Verb {

  @Override
  public List<String> names() {
    return List.of("podFails", "jobPodFails");
  }

  @Override
  public String example() {
    return "{of: Job/report, pick: 1, exitCode: 42}";
  }

  @Override
  public String description() {
    return "All containers of the pods end for good with the exit code; 1 where none is "
        + "given.";
  }

  @Override
  public Step read(Arguments in) {
    PodSelection pods = SelectionReader.pods(in);
    int exitCode = (int) in.number("exitCode", 1, 0, 255);
    String reason = in.text("reason");
    return OnNodes.to(pods, (kubelet, pod) -> kubelet.end(pod, exitCode, reason));
  }
}
