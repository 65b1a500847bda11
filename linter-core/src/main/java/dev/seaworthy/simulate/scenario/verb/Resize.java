package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.apply.PatchType;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.PodSelection;
import dev.seaworthy.simulate.scenario.language.SelectionReader;
import dev.seaworthy.simulate.scenario.language.Step;
import dev.seaworthy.simulate.scenario.language.Verb;
import dev.seaworthy.validate.field.Request;
import java.util.List;

/** {@code resize}. */
final class Resize implements Verb {

  @Override
  public List<String> names() {
    return List.of("resize");
  }

  @Override
  public String example() {
    return "{pods: {of: Deployment/web}, container: web, requests: {cpu: 500m},"
        + " limits: {memory: 1Gi}}";
  }

  @Override
  public String description() {
    return "Gives a container of pods that run, without a name the first, more or less CPU and"
        + " memory, as kubectl patch --subresource resize does. What has no room waits"
        + " (PodResizePending); a container whose resizePolicy says so is restarted.";
  }

  @Override
  public Step read(Arguments in) {
    PodSelection pods = SelectionReader.pods(in.at("pods"));
    String container = in.text("container");
    Node requests = in.field("requests");
    Node limits = in.field("limits");
    if (requests.isAbsent() && limits.isAbsent()) {
      in.problem(in.node(), "'resize' must say 'requests', 'limits' or both");
    }
    return context -> context
        .require(pods)
        .forEach(pod -> context.answered(context
            .api()
            .patch(
                ObjectKey.of(pod),
                PatchType.STRATEGIC,
                patch(container.isEmpty() ? first(pod) : container, requests, limits),
                Request.RESIZE)));
  }

  private static String first(Resource pod) {
    return pod.at("spec", "containers").get(0).get("name").text();
  }

  private static Mapping patch(String container, Node requests, Node limits) {
    Mapping resources = Mapping.EMPTY;
    resources = requests.isPresent() ? resources.with("requests", requests) : resources;
    resources = limits.isPresent() ? resources.with("limits", limits) : resources;
    Mapping changed = Mapping.of("name", Scalar.of(container), "resources", resources);
    return Mapping.of("spec", Mapping.of("containers", Sequence.of(List.of(changed))));
  }
}
