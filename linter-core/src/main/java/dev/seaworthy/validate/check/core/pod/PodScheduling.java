package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.Set;

/** Parts of a pod's spec that other kinds hold too, to give them to pods. */
public final class PodScheduling {

  private PodScheduling() {}

  /** The taints that pods tolerate. */
  public static void tolerations(Value tolerations, Errors errors) {
    new TolerationsCheck(errors).check(tolerations.items());
  }

  /** What a runtime takes; the server judges it as if it were the limits at {@code owner}. */
  public static void overhead(Value amounts, FieldPath owner, Errors errors) {
    Value limits = Value.of(amounts.node(), owner.child("limits"), amounts.previous());
    new ResourcesCheck(errors, ResourcesCheck.Holder.CONTAINER, Set.of()).amounts(limits);
  }
}
