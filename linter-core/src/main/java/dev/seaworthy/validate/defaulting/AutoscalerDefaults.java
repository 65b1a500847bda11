package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Request;
import java.util.List;

/** By CPU, if nothing is said. Mirrors SetDefaults_HorizontalPodAutoscaler. */
final class AutoscalerDefaults implements TypeDefaults {

  private static final long USUAL_UTILIZATION = 80;

  @Override
  public String type() {
    return "autoscaling/v2.HorizontalPodAutoscalerSpec";
  }

  @Override
  public Mapping apply(Mapping spec, Request request) {
    if (spec.get("metrics").size() > 0) {
      return spec;
    }
    Mapping target = Mapping.of(
        "type", Scalar.of("Utilization"), "averageUtilization", Scalar.of(USUAL_UTILIZATION));
    Mapping resource = Mapping.of("name", Scalar.of("cpu"), "target", target);
    Mapping metric = Mapping.of("type", Scalar.of("Resource"), "resource", resource);
    return spec.with("metrics", Sequence.of(List.of(metric)));
  }
}
