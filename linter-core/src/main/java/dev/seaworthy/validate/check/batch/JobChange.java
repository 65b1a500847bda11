package dev.seaworthy.validate.check.batch;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/**
 * What of a Job can't change. While it waits and never ran, where its pods may go and what they
 * need can. Mirrors ValidateJobSpecUpdate.
 */
final class JobChange {

  private static final List<String> FIXED = List.of(
      "selector",
      "completionMode",
      "podFailurePolicy",
      "backoffLimitPerIndex",
      "managedBy",
      "successPolicy");
  private static final List<String> PLACEMENT =
      List.of("affinity", "nodeSelector", "tolerations", "schedulingGates");

  /**
   * The release since which containers of a waiting job may be resized, and the server names the
   * pod's spec in place of the template.
   */
  private static final int RESOURCES_SINCE = 36;

  private final Value job;
  private final Value spec;
  private final Errors errors;
  private final boolean freesResources;

  JobChange(Value job, Request request, Errors errors) {
    this.job = job;
    this.spec = job.at("spec");
    this.errors = errors;
    this.freesResources = request.isSince(RESOURCES_SINCE);
  }

  void check() {
    completions();
    for (String field : FIXED) {
      if (spec.at(field).isChanged()) {
        errors.invalid(spec.at(field).path(), "immutable", "must not be changed");
      }
    }
    template(spec.at("template"));
  }

  private void template(Value template) {
    Value pod = template.at("spec");
    boolean same = waits()
        ? withoutFreedom(pod.node()).sameAs(withoutFreedom(pod.previous()))
        : !template.isChanged();
    if (!same) {
      Value named = waits() && freesResources ? pod : template;
      errors.invalid(named.path(), "immutable", "must not be changed");
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
    return before.at("spec", "suspend").isTrue()
        && before.at("status", "startTime").isAbsent();
  }

  /** The pod's spec less what may change while the job waits. */
  private Node withoutFreedom(Node spec) {
    if (!(spec instanceof Mapping pod)) {
      return spec;
    }
    Mapping rest = pod;
    for (String field : PLACEMENT) {
      rest = rest.without(field);
    }
    if (pod.get("affinity") instanceof Mapping affinity) {
      rest = rest.with("affinity", affinity.without("nodeAffinity"));
    }
    if (freesResources) {
      rest = withoutResources(withoutResources(rest, "containers"), "initContainers");
    }
    return rest;
  }

  private static Mapping withoutResources(Mapping pod, String list) {
    List<Node> containers = pod.get(list).items().stream()
        .map(one -> one instanceof Mapping container ? container.without("resources") : one)
        .toList();
    return containers.isEmpty() ? pod : pod.with(list, Sequence.of(containers));
  }
}
