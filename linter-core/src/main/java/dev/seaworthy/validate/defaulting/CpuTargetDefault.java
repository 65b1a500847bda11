package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.Request;
import java.util.List;

/**
 * By CPU, if the first version of an autoscaler names neither a target nor, in its annotation, other
 * metrics. Mirrors Convert_v1_HorizontalPodAutoscaler_To_autoscaling_HorizontalPodAutoscaler.
 */
final class CpuTargetDefault implements TypeDefaults {

  private static final String TARGET = "targetCPUUtilizationPercentage";
  private static final String OTHER_METRICS = "autoscaling.alpha.kubernetes.io/metrics";
  private static final long USUAL_UTILIZATION = 80;

  @Override
  public String type() {
    return "autoscaling/v1.HorizontalPodAutoscaler";
  }

  @Override
  public Mapping apply(Mapping autoscaler, Request request) {
    boolean isGiven = autoscaler.at("spec", TARGET).isPresent()
        || autoscaler.at("metadata", "annotations", OTHER_METRICS).isPresent();
    return isGiven
        ? autoscaler
        : autoscaler.withAt(List.of("spec", TARGET), Scalar.of(USUAL_UTILIZATION));
  }
}
