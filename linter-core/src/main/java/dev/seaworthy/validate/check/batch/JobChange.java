package dev.seaworthy.validate.check.batch;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/**
 * What of a Job can't change. While it waits and never ran, where its pods may go can. Mirrors
 * ValidateJobSpecUpdate.
 */
final class JobChange {

  private static final List<String> FIXED = List.of(
      "selector", "completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy");
  private static final List<String> PLACEMENT =
      List.of("affinity", "nodeSelector", "tolerations", "schedulingGates");

  private final Value job;
  private final Value spec;
  private final Errors errors;

  JobChange(Value job, Errors errors) {
    this.job = job;
    this.spec = job.at("spec");
    this.errors = errors;
  }

  void check() {
    completions();
    for (String field : FIXED) {
      if (spec.at(field).isChanged()) {
        errors.invalid(spec.at(field).path(), "immutable", "must not be changed");
      }
    }
    Value template = spec.at("template");
    boolean same = waits()
        ? withoutPlacement(template.node()).sameAs(withoutPlacement(template.previous()))
        : !template.isChanged();
    if (!same) {
      errors.invalid(template.path(), "immutable", "must not be changed");
    }
  }

  /** Of an indexed job they can follow the parallelism. */
  private void completions() {
    Value completions = spec.at("completions");
    boolean elastic = spec.at("completionMode").text().equals("Indexed")
        && completions.isPresent()
        && completions.node().sameAs(spec.at("parallelism").node());
    if (completions.isChanged() && !elastic) {
      errors.invalid(
          completions.path(),
          "immutable",
          "must not be changed, except together with parallelism to the same number if Indexed");
    }
  }

  private boolean waits() {
    Node before = job.previous();
    return before.at("spec", "suspend").isTrue() && before.at("status", "startTime").isAbsent();
  }

  private static Node withoutPlacement(Node template) {
    if (!(template instanceof Mapping whole)) {
      return template;
    }
    Mapping rest = whole.without("metadata");
    if (rest.get("spec") instanceof Mapping pod) {
      for (String field : PLACEMENT) {
        pod = pod.without(field);
      }
      rest = rest.with("spec", pod);
    }
    return rest;
  }
}
