package dev.seaworthy.validate.check.workload;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.meta.LabelSelectors;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;

/**
 * A selector and the pod template it must select, as the workloads have them whose pods run for
 * ever. Mirrors ValidatePodTemplateSpecForReplicaSet.
 */
public final class WorkloadTemplate {

  /** Labels that take more than this are not repeated in a message. */
  private static final int LONG_LABELS = 200;

  private WorkloadTemplate() {}

  /** Judges {@code spec} with its selector, template and replicas. */
  public static void check(Value spec, Errors errors) {
    if (!LabelSelectors.isValid(spec.at("selector"))) {
      errors.invalid(spec.at("selector").path(), "selector-valid", "can't be evaluated");
      errors.postpone(spec.at("template").path());
    }
    checkTemplate(spec, errors);
  }

  /** The same, where the server says nothing of a selector that can't be evaluated. */
  public static void checkTemplate(Value spec, Errors errors) {
    Value selector = spec.at("selector");
    if (selector.isPresent() && LabelSelectors.isEmpty(selector)) {
      errors.invalid(selector.path(), "selector-not-empty", "is empty, and would select every pod");
    }
    Value template = spec.at("template");
    if (!LabelSelectors.isValid(selector)) {
      return;
    }
    selected(selector, template, errors);
    runsForEver(template.at("spec"), errors);
  }

  private static void selected(Value selector, Value template, Errors errors) {
    Value labels = template.at("metadata", "labels");
    // No selector at all selects nothing, an empty one everything.
    if (LabelSelector.of(selector.node()).matches(labels.node())) {
      return;
    }
    boolean isMissing = !selector.isPresent();
    errors.add(FieldError.of(
            CauseType.INVALID,
            labels.path(),
            "selector-matches-template",
            isMissing
                ? "are selected by nothing: spec.selector is missing"
                : "are not those that the selector asks for")
        .withRemedy(
            isMissing
                ? selecting(labels.node())
                : "Give the template the labels of the selector."));
  }

  /** How to write a selector that selects {@code labels}. */
  private static String selecting(Node labels) {
    String written = labels.toJson();
    boolean isShort = labels.isMapping() && labels.size() > 0 && written.length() < LONG_LABELS;
    return isShort
        ? "Add to spec the labels by which its pods are known: selector: {matchLabels: " + written
            + "}"
        : "Add to spec some of the template's labels: selector: {matchLabels: {app: NAME}}";
  }

  public static void runsForEver(Value pod, Errors errors) {
    Value grace = pod.at("terminationGracePeriodSeconds");
    if (grace.number() < 0) {
      errors.warn(grace.path(), "negative-grace", "is negative, and counts as 1");
    }
    Value policy = pod.at("restartPolicy");
    if (!policy.text().equals("Always")) {
      errors.notSupported(
          policy.path(), "always-restarts", "is '" + policy.text() + "', must be Always");
    }
    Value deadline = pod.at("activeDeadlineSeconds");
    if (deadline.isPresent()) {
      errors.forbidden(
          deadline.path(), "no-active-deadline", "must not be set: these pods run for ever");
    }
  }
}
