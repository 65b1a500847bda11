package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import java.util.List;

/** {@code patchPods}. */
final class PatchPods implements Verb {

  @Override
  public List<String> names() {
    return List.of("patchPods");
  }

  @Override
  public String example() {
    return "{pods: {of: Deployment/web}, patch: {metadata: {labels: {app: old}}}}";
  }

  @Override
  public String description() {
    return "Patches pods, as a JSON merge patch does.";
  }

  @Override
  public Step read(Arguments in) {
    PodSelection pods = SelectionReader.pods(in.at("pods"));
    Node patch = in.requiredField("patch");
    return context -> context
        .require(pods)
        .forEach(pod -> context.answered(context.api().patch(ObjectKey.of(pod), patch)));
  }
}
