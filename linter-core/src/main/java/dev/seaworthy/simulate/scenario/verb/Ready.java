package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code ready}. */
final class Ready implements Verb {

  @Override
  public List<String> names() {
    return List.of("ready");
  }

  @Override
  public String example() {
    return "{of: Deployment/web, pick: 1}";
  }

  @Override
  public String description() {
    return "The readiness probes of the pods begin to succeed.";
  }

  @Override
  public Step read(Arguments in) {
    return OnNodes.to(SelectionReader.pods(in), (kubelet, pod) -> kubelet.probe(pod, true));
  }
}
