package dev.seaworthy.validate.defaulting;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Uid;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/**
 * The labels by which a Job tells its pods from others, and the selector that asks for them, unless a
 * person wants to give them. Mirrors generateSelector; what is given all the same is judged later.
 */
final class JobPreparation implements KindPreparation {

  private static final String UID_LABEL = "batch.kubernetes.io/controller-uid";

  /** The releases in which JobManagedBy and JobSuccessPolicy became the default. */
  private static final int MANAGED_BY_SINCE = 32;

  private static final int SUCCESS_POLICY_SINCE = 31;

  @Override
  public GroupKind kind() {
    return GroupKind.of("batch", "Job");
  }

  @Override
  public Mapping prepare(Value object, Request request, Errors errors) {
    Mapping job = known((Mapping) object.node(), request);
    boolean isGiven = request.isUpdate() || object.at("spec", "manualSelector").isTrue();
    return withLabels(isGiven ? job : withSelector(job), job);
  }

  /** A Job without what older servers keep behind gates that are off. */
  private static Mapping known(Mapping job, Request request) {
    if (!(job.get("spec") instanceof Mapping spec)) {
      return job;
    }
    Mapping known = request.isSince(MANAGED_BY_SINCE) ? spec : spec.without("managedBy");
    return job.with(
        "spec", request.isSince(SUCCESS_POLICY_SINCE) ? known : known.without("successPolicy"));
  }

  /**
   * A Job without labels has those of its pods, the generated ones too: where {@code written} gives
   * the pods some, both are one map in Go. Mirrors SetDefaults_Job.
   */
  private static Mapping withLabels(Mapping job, Mapping written) {
    return written.at("spec", "template", "metadata", "labels").isPresent()
        ? JobLabels.ofPods(job)
        : job;
  }

  private static Mapping withSelector(Mapping job) {
    Node uid = Scalar.of(Uid.of(job));
    Node name = Scalar.of(job.at("metadata", "name").text());
    Mapping labels = mapping(job.at("spec", "template", "metadata", "labels"));
    for (String key : List.of("job-name", "batch.kubernetes.io/job-name")) {
      labels = withDefault(labels, key, name);
    }
    for (String key : List.of("controller-uid", UID_LABEL)) {
      labels = withDefault(labels, key, uid);
    }
    Mapping spec = mapping(job.get("spec"));
    Mapping template = mapping(spec.get("template"));
    Mapping metadata = mapping(template.get("metadata")).with("labels", labels);
    Mapping selector = mapping(spec.get("selector"));
    Mapping selected = withDefault(mapping(selector.get("matchLabels")), UID_LABEL, uid);
    return job.with(
        "spec",
        spec.with("template", template.with("metadata", metadata))
            .with("selector", selector.with("matchLabels", selected)));
  }

  private static Mapping withDefault(Mapping map, String key, Node value) {
    return map.get(key).isPresent() ? map : map.with(key, value);
  }

  private static Mapping mapping(Node node) {
    return node instanceof Mapping given ? given : Mapping.EMPTY;
  }
}
