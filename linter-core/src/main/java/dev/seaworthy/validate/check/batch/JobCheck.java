package dev.seaworthy.validate.check.batch;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.check.meta.LabelSelectors;
import dev.seaworthy.validate.check.workload.PodNames;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Uid;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/** A Job, whose selector and labels the server makes itself. Mirrors ValidateJob. */
public final class JobCheck implements KindCheck {

  /** Before, what the server generates was looked for on updates too. */
  private static final int GENERATES_ONCE_SINCE = 36;

  @Override
  public GroupKind kind() {
    return GroupKind.of("batch", "Job");
  }

  @Override
  public void check(Value job, Request request, Errors errors) {
    PodNames.warn(job, errors);
    Value spec = job.at("spec");
    new JobSpecCheck(spec, errors).check();
    selector(spec, errors);
    if (request.isCreate() || !request.isSince(GENERATES_ONCE_SINCE)) {
      generated(job, spec, errors);
    }
    if (request.isCreate()) {
      hostnames(job, spec, errors);
    } else {
      new JobChange(job, request, errors).check();
    }
  }

  private static void selector(Value spec, Errors errors) {
    Value selector = spec.at("selector");
    if (selector.isAbsent()) {
      errors.required(selector.path(), "required", "must be given");
    }
    Value labels = spec.at("template", "metadata", "labels");
    if (LabelSelectors.isValid(selector)
        && !LabelSelector.of(selector.node()).matches(labels.node())) {
      errors.invalid(
          labels.path(), "selector-matches-template", "are not those that the selector asks for");
    }
  }

  private static void generated(Value job, Value spec, Errors errors) {
    Value selector = spec.at("selector");
    if (spec.at("manualSelector").isTrue() || selector.isAbsent()) {
      return;
    }
    Mapping expected = labelsOf(job);
    Value labels = spec.at("template", "metadata", "labels");
    for (Mapping.Entry entry : expected.entries()) {
      Value label = labels.key(entry.key());
      if (label.isAbsent()) {
        errors.required(label.path(), "generated-label", "must be left to the server");
      } else if (!label.text().equals(entry.value().text())) {
        errors.invalid(label.path(), "generated-label", "must be left to the server");
      }
    }
    if (LabelSelectors.isValid(selector) && !LabelSelector.of(selector.node()).matches(expected)) {
      errors.invalid(selector.path(), "generated-selector", "must be left to the server");
    }
  }

  /** The labels that the server gives to the pods of a job. */
  private static Mapping labelsOf(Value job) {
    Node uid = Scalar.of(Uid.of(job.node()));
    Node name = Scalar.of(job.at("metadata", "name").text());
    return Mapping.of(
        "batch.kubernetes.io/controller-uid",
        uid,
        "batch.kubernetes.io/job-name",
        name,
        "controller-uid",
        uid,
        "job-name",
        name);
  }

  /** The hostname of the pod with the highest index must be a DNS label. */
  private static void hostnames(Value job, Value spec, Errors errors) {
    long completions = spec.at("completions").number();
    if (spec.at("completionMode").text().equals("Indexed") && completions > 0) {
      Value name = job.at("metadata", "name");
      if (!NameFormat.DNS1123_LABEL.accepts(name.text() + "-" + (completions - 1))) {
        errors.invalid(
            name.path(),
            "pod-hostname",
            "is '" + name.text() + "', which with a dash and an index makes no hostname of a pod");
      }
    }
  }
}
