package dev.seaworthy.simulate.controller.history;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.object.Meta;
import java.util.Comparator;

/** One template that a workload has or had, with its number. */
public record ControllerRevision(Resource resource) {

  /** The label of pods and revisions that names a template. */
  public static final String HASH = "controller-revision-hash";

  /** The mark of a strategic merge patch by which {@code kubectl rollout undo} puts a template back. */
  private static final String PATCH = "$patch";

  /** By number; of one number the older first. */
  static final Comparator<ControllerRevision> IN_ORDER = Comparator.comparingLong(
          ControllerRevision::number)
      .thenComparing(revision -> Meta.created(revision.resource()))
      .thenComparing(ControllerRevision::name);

  public String name() {
    return resource.name();
  }

  public long number() {
    return resource.at("revision").longOr(0);
  }

  /** What its pods carry as {@link #HASH} where they do not carry its name. */
  public String hash() {
    return resource.labels().getOrDefault(HASH, name());
  }

  /** The pod template as it was. */
  public Node template() {
    return resource.at("data", "spec", "template") instanceof Mapping template
        ? template.without(PATCH)
        : Absent.INSTANCE;
  }

  /** How a revision remembers {@code template}. */
  static Mapping data(Mapping template) {
    return Mapping.of("spec", Mapping.of("template", template.with(PATCH, Scalar.of("replace"))));
  }
}
