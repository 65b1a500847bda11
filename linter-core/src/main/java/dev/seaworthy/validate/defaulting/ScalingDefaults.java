package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Request;
import java.util.List;

/** How fast an autoscaler goes, if only a part is said. Mirrors GenerateHPAScaleUpRules and its like. */
final class ScalingDefaults implements TypeDefaults {

  private static final Mapping TO_THE_DOUBLE = policy("Percent", 100, 15);
  private static final Mapping BY_FOUR = policy("Pods", 4, 15);

  @Override
  public String type() {
    return "autoscaling/v2.HorizontalPodAutoscalerBehavior";
  }

  @Override
  public Mapping apply(Mapping behavior, Request request) {
    Mapping up = filled(rules(behavior, "scaleUp"), List.of(BY_FOUR, TO_THE_DOUBLE));
    Mapping steady = up.get("stabilizationWindowSeconds").isAbsent()
        ? up.with("stabilizationWindowSeconds", Scalar.of(0))
        : up;
    Mapping down = filled(rules(behavior, "scaleDown"), List.of(TO_THE_DOUBLE));
    return behavior.with("scaleUp", steady).with("scaleDown", down);
  }

  private static Mapping rules(Mapping behavior, String direction) {
    return behavior.get(direction) instanceof Mapping given ? given : Mapping.EMPTY;
  }

  private static Mapping filled(Mapping rules, List<Mapping> policies) {
    Mapping filled =
        rules.get("selectPolicy").isAbsent() ? rules.with("selectPolicy", Scalar.of("Max")) : rules;
    return filled.get("policies").isAbsent()
        ? filled.with("policies", Sequence.of(policies))
        : filled;
  }

  private static Mapping policy(String type, long value, long seconds) {
    return Mapping.of(
        "type", Scalar.of(type), "value", Scalar.of(value), "periodSeconds", Scalar.of(seconds));
  }
}
