package dev.seaworthy.simulate.impact;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.simulate.outcome.OutcomeCodes;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Map;
import java.util.Optional;

/** What goes with an object that is deleted, and that applying it anew does not bring back. */
public final class DeletedData {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");
  private static final FieldPath WHEN_DELETED =
      FieldPath.of("spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted");

  private static final FieldPath TYPE = FieldPath.of("spec", "type");

  /** By which others come in from outside the cluster, by the type of a Service. */
  static final Map<String, String> DOORS = Map.of(
      "LoadBalancer",
      "its load balancer, and the address that it has outside the cluster",
      "NodePort",
      "its ports on the nodes");

  private DeletedData() {}

  /**
   * The warning that deleting {@code object} loses {@code loss}.
   *
   * @param written the object as its manifest says
   */
  public static Diagnostic told(ObjectKey object, InputObject written, String loss) {
    return Diagnostic.of(
            OutcomeCodes.DATA_LOST,
            Severity.WARNING,
            ImpactWords.name(object) + " is deleted, and with it " + loss,
            written.locationOf(NAME))
        .withSubject(written.subject());
  }

  /**
   * What that is, if anything.
   *
   * @param written the object as its manifest says
   * @param view the cluster before the deletion
   */
  public static Optional<String> loss(ObjectKey object, InputObject written, ClusterView view) {
    if (object.kind().equals(Kinds.NAMESPACE)) {
      return Optional.of("all that is in it, what no file holds included");
    }
    if (object.kind().equals(Kinds.CUSTOM_RESOURCE_DEFINITION)) {
      return Optional.of("all objects of the kind that it defines");
    }
    if (object.kind().equals(Kinds.PERSISTENT_VOLUME_CLAIM) && !isRetained(object, view)) {
      return Optional.of("the data of its volume");
    }
    if (object.kind().equals(Kinds.SERVICE)) {
      return Optional.ofNullable(DOORS.get(written.at(TYPE).text()));
    }
    boolean isWithClaims = object.kind().equals(Kinds.STATEFUL_SET)
        && written.at(WHEN_DELETED).text().equals("Delete");
    return isWithClaims ? Optional.of("the claims of its pods and their data") : Optional.empty();
  }

  /** Whether the volume of {@code claim} outlives it. */
  static boolean isRetained(ObjectKey claim, ClusterView view) {
    return view.get(claim)
        .map(bound -> bound.at("spec", "volumeName").text())
        .filter(name -> !name.isEmpty())
        .flatMap(name -> view.get(new ObjectKey(Kinds.PERSISTENT_VOLUME, "", name)))
        .map(DeletedData::isRetaining)
        .orElse(false);
  }

  private static boolean isRetaining(Resource volume) {
    return volume.at("spec", "persistentVolumeReclaimPolicy").text().equals("Retain");
  }
}
