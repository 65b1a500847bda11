package dev.seaworthy.simulate.outcome;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;

/** Autoscalers that can't scale: nobody has said what the pods use, or they may not tell which are theirs. */
final class BlindAutoscalers implements ProblemFinder {

  private static final FieldPath SPEC = FieldPath.of("spec");

  @Override
  public List<Diagnostic> find(Scene scene) {
    List<Diagnostic> found = new ArrayList<>();
    for (Resource autoscaler : scene.view().list(Kinds.HORIZONTAL_POD_AUTOSCALER)) {
      Origin origin = scene.origins().of(autoscaler);
      Conditions conditions = Conditions.of(autoscaler);
      Node active = conditions.get("ScalingActive");
      Node able = conditions.get("AbleToScale");
      if (able.get("status").text().equals("False")) {
        found.add(tell(origin, Severity.WARNING, "it does not scale", able));
      } else if (active.get("reason").text().startsWith("FailedGet")) {
        String unmeasured = "it keeps to its bounds only, for nobody says what its pods use (a"
            + " scenario's step 'load' does)";
        found.add(tell(origin, Severity.INFO, unmeasured, active));
      } else if (active.get("reason").text().endsWith("Selector")) {
        found.add(tell(origin, Severity.WARNING, "it does not scale", active));
      }
    }
    return found;
  }

  private static Diagnostic tell(Origin origin, Severity severity, String what, Node condition) {
    String message = what + ": " + condition.get("message").text();
    return origin.tell(
        OutcomeCodes.UNSCALED, severity, message, SPEC, condition.get("reason").text());
  }
}
