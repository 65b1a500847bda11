package dev.seaworthy.simulate.scenario;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.node.Behaviour;
import dev.seaworthy.simulate.outcome.OutcomeCodes;
import dev.seaworthy.simulate.scenario.language.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Containers of which a story says when they become ready, and which no readiness probe asks: a node
 * takes them for ready as soon as they run, so that what the story says has no effect.
 */
final class UnprobedImages {

  private UnprobedImages() {}

  /** A remark for each such container of {@code manifests}. */
  static List<Diagnostic> in(List<InputObject> manifests, Scenario scenario) {
    List<Diagnostic> remarks = new ArrayList<>();
    for (InputObject manifest : manifests) {
      manifest.template().ifPresent(template -> look(manifest, template, scenario, remarks));
    }
    return remarks;
  }

  private static void look(
      InputObject manifest, PodTemplate template, Scenario scenario, List<Diagnostic> remarks) {
    Node containers = template.spec().get("containers");
    FieldPath path = template.specPath().child("containers");
    for (int i = 0; i < containers.size(); i++) {
      Node container = containers.get(i);
      Behaviour behaviour = scenario.images().get(container.get("image").text());
      boolean isProbed = container.get("readinessProbe").isPresent()
          || container.get("startupProbe").isPresent();
      if (behaviour != null && saysWhen(behaviour) && !isProbed) {
        remarks.add(Diagnostic.of(
                OutcomeCodes.UNPROBED,
                Severity.WARNING,
                "the story says when %s is ready, but container %s has no readiness probe: a node"
                        .formatted(
                            container.get("image").text(), container.get("name").text())
                    + " takes it for ready as soon as it runs",
                manifest.locationOf(path.index(i)))
            .withRemedy("give the container a readinessProbe"));
      }
    }
  }

  private static boolean saysWhen(Behaviour behaviour) {
    return !behaviour.readyAfter().equals(Optional.of(Duration.ZERO))
        || behaviour.unhealthyAfter().isPresent();
  }
}
