package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** What a claim must fulfil, also where no pod is near. */
public final class ClaimChecks {

  private ClaimChecks() {}

  /** Judges a PersistentVolumeClaimSpec; its label selector is judged by its own type. */
  public static void spec(Value spec, Errors errors) {
    new ClaimSpecCheck(new FieldRules(errors)).check(spec);
  }
}
