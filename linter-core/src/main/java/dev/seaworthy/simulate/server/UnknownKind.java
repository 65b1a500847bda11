package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.Submission.Write;
import java.util.List;

/**
 * Objects of kinds that the API server does not know. They are stored as they are: a dry-run may hold
 * custom resources without their definitions.
 */
final class UnknownKind {

  private static final List<String> OF_THE_SERVER = List.of(
      "uid", "creationTimestamp", "generation", "deletionTimestamp", "deletionGracePeriodSeconds");

  private UnknownKind() {}

  static Resource ofNew(Resource object) {
    return object.at("spec").isMapping()
        ? object.withAt(Scalar.of(1), "metadata", "generation")
        : object;
  }

  static Resource changed(Write write, Resource wanted, Resource stored) {
    if (write == Write.STATUS) {
      return wanted;
    }
    Mapping metadata = wanted.at("metadata") instanceof Mapping given ? given : Mapping.EMPTY;
    for (String field : OF_THE_SERVER) {
      Node value = stored.at("metadata", field);
      metadata = value.isAbsent() ? metadata.without(field) : metadata.with(field, value);
    }
    long generation = metadata.get("generation").longOr(0);
    if (generation > 0 && !wanted.at("spec").sameAs(stored.at("spec"))) {
      metadata = metadata.with("generation", Scalar.of(generation + 1));
    }
    return wanted.withAt(metadata, "metadata");
  }
}
