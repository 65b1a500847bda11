package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.NearMiss;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Autoscalers that can't scale: nobody has said what the pods use, or they may not tell which are theirs.
 *
 * @param graph of the input, to tell what was meant by a name
 */
record BlindAutoscalers(ResourceGraph graph) implements ProblemFinder {

  private static final FieldPath SPEC = FieldPath.of("spec");

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Resource autoscaler : scene.view().list(Kinds.HORIZONTAL_POD_AUTOSCALER)) {
      Origin origin = scene.origins().of(autoscaler);
      Conditions conditions = Conditions.of(autoscaler);
      Node active = conditions.get("ScalingActive");
      Node able = conditions.get("AbleToScale");
      Optional<UnscalableShare> share = UnscalableShare.of(autoscaler, scene);
      if (able.get("status").text().equals("False")) {
        found.add(
            tell(origin, severity(autoscaler, scene), autoscaler.name() + " does not scale", able));
      } else if (share.isPresent()) {
        found.add(unscalable(origin, share.get()));
      } else if (active.get("reason").text().startsWith("FailedGet")) {
        String unmeasured =
            autoscaler.name() + " keeps to its bounds only, for nobody says what its pods use (a"
                + " scenario's step 'load' does)";
        found.add(tell(origin, Severity.INFO, unmeasured, active));
      } else if (active.get("reason").text().endsWith("Selector")) {
        found.add(tell(origin, Severity.ERROR, autoscaler.name() + " does not scale", active));
      }
    }
    return found;
  }

  /** A target that is not there may well be elsewhere, unless one has nearly its name. */
  private Severity severity(Resource autoscaler, Scene scene) {
    Node target = autoscaler.at("spec", "scaleTargetRef");
    String apiVersion = target.get("apiVersion").text();
    String group = apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    GroupKind kind = GroupKind.of(group, target.get("kind").text());
    ObjectKey key =
        new ObjectKey(kind, autoscaler.namespace(), target.get("name").text());
    boolean isThere = scene.view().get(key).isPresent();
    return isThere || NearMiss.of(key, graph).isPresent() ? Severity.ERROR : Severity.WARNING;
  }

  private static Diagnostic unscalable(Origin origin, UnscalableShare share) {
    return origin
        .tell(
            OutcomeCodes.UNSCALED,
            Severity.ERROR,
            "%s does not scale: its target is a share of the %s that is asked for, and container %s"
                    .formatted(origin.manifest().name(), share.resource(), share.container())
                + " asks for none",
            origin.at(share.metric()).isPresent() ? share.metric() : SPEC,
            "FailedGetResourceMetric")
        .withRemedy("give the container a request of " + share.resource());
  }

  private static Diagnostic tell(Origin origin, Severity severity, String what, Node condition) {
    String message = what + ": " + condition.get("message").text();
    return origin.tell(
        OutcomeCodes.UNSCALED, severity, message, SPEC, condition.get("reason").text());
  }
}
