package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;

/** Which part of an object a request decides, and when a write counts as a new generation. */
public final class ServerFields {

  private static final List<String> OF_THE_SERVER = List.of(
      "uid",
      "creationTimestamp",
      "generation",
      "resourceVersion",
      "deletionTimestamp",
      "deletionGracePeriodSeconds");

  private ServerFields() {}

  /** {@code wanted} with the status and the server's own metadata of {@code stored}. */
  public static Resource replacingSpec(Resource wanted, Resource stored) {
    Resource kept = withServerMetadata(wanted, stored);
    Node status = stored.at("status");
    return status.isAbsent() ? kept.without("status") : kept.with("status", status);
  }

  /** {@code stored} with the status and annotations of {@code wanted}. */
  public static Resource replacingStatus(Resource wanted, Resource stored) {
    Node status = wanted.at("status");
    Node annotations = wanted.at("metadata", "annotations");
    Resource changed = status.isAbsent() ? stored : stored.with("status", status);
    return annotations.isAbsent() ? changed : changed.with("metadata.annotations", annotations);
  }

  /** {@code wanted} with the metadata of {@code stored} that only the server writes. */
  public static Resource withServerMetadata(Resource wanted, Resource stored) {
    Mapping metadata = wanted.at("metadata") instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    for (String field : OF_THE_SERVER) {
      Node value = stored.at("metadata", field);
      metadata = value.isAbsent() ? metadata.without(field) : metadata.with(field, value);
    }
    return wanted.with("metadata", metadata);
  }

  /** The generation counts changes of what a controller has to bring about. */
  public static Resource countingGenerations(Resource changed, Resource stored) {
    long generation = stored.at("metadata", "generation").longOr(0);
    return generation > 0 && isNewGeneration(changed, stored)
        ? changed.with("metadata.generation", Scalar.of(generation + 1))
        : changed;
  }

  private static boolean isNewGeneration(Resource changed, Resource stored) {
    if (!changed.at("spec").sameAs(stored.at("spec"))) {
      return !changed.groupKind().equals(Kinds.POD)
          || stored.at("spec", "nodeName").sameAs(changed.at("spec", "nodeName"));
    }
    return changed.groupKind().equals(Kinds.DEPLOYMENT)
        && !changed.at("metadata", "annotations").sameAs(stored.at("metadata", "annotations"));
  }
}
