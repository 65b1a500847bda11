package dev.seaworthy.simulate.impact;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.history.DurationWords;
import dev.seaworthy.simulate.history.Setback;
import dev.seaworthy.simulate.outcome.OutcomeCodes;

/**
 * Pods that an apply takes away because the manifest says how many there are, though an autoscaler has
 * decided otherwise, and brings them back at its next look.
 */
final class Setbacks {

  static final FieldPath REPLICAS = FieldPath.of("spec", "replicas");

  private Setbacks() {}

  static Diagnostic tell(InputObject manifest, Setback setback) {
    String until = setback.until().map(end -> " to " + DurationWords.of(end)).orElse(" on");
    return Diagnostic.of(
            setback.lowest() == 0 ? OutcomeCodes.UNAVAILABLE : OutcomeCodes.SHORT,
            setback.lowest() == 0 ? Severity.ERROR : Severity.WARNING,
            "%s had only %d of %d pods available from %s%s, as the apply sets replicas %d → %d"
                .formatted(
                    manifest.name(),
                    setback.lowest(),
                    setback.formerly(),
                    DurationWords.of(setback.from()),
                    until,
                    setback.formerly(),
                    setback.told()),
            manifest.locationOf(REPLICAS))
        .withSubject(manifest.subject())
        .withField(REPLICAS.toString())
        .withRemedy("leave spec.replicas out where an autoscaler decides how many pods there are");
  }
}
