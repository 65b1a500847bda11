package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.List;

/** A StatefulSet, as its controller reads it. */
public record StatefulSet(Resource resource) implements PodController {

  private static final String DELETE = "Delete";

  /** How many pods it wants. */
  public int replicas() {
    return (int) resource.at("spec", "replicas").longOr(1);
  }

  /** The ordinal of its first pod. */
  public int firstOrdinal() {
    return (int) resource.at("spec", "ordinals", "start").longOr(0);
  }

  /** The headless Service under which its pods have names. */
  public String serviceName() {
    return resource.at("spec", "serviceName").text();
  }

  /** Whether pods come and go without waiting for each other. */
  public boolean isParallel() {
    return resource.at("spec", "podManagementPolicy").text().equals("Parallel");
  }

  /** Whether pods of an old template are replaced without a hand that deletes them. */
  public boolean isRolling() {
    return resource
        .at("spec", "updateStrategy", "type")
        .stringOr("RollingUpdate")
        .equals("RollingUpdate");
  }

  /** How many pods, counted from the first ordinal, keep the old template. */
  public int partition() {
    return isRolling() ? (int) rolling("partition").longOr(0) : 0;
  }

  /** How many pods a rolling update may have unavailable at a time; at least one. */
  public long maxUnavailable() {
    long most = CountOrPercent.of(
            rolling("maxUnavailable"), replicas(), CountOrPercent.Rounding.DOWN)
        .orElse(1L);
    return Math.max(1, most);
  }

  private Node rolling(String field) {
    return resource.at("spec", "updateStrategy", "rollingUpdate", field);
  }

  public long historyLimit() {
    return resource.at("spec", "revisionHistoryLimit").longOr(10);
  }

  /** The claims that each pod gets one of, named after it. */
  public List<Node> claimTemplates() {
    return resource.at("spec", "volumeClaimTemplates").items();
  }

  /** Whether claims go when their set does. */
  public boolean deletesClaimsWithSet() {
    return retention("whenDeleted");
  }

  /** Whether claims go when their pod is too many. */
  public boolean deletesClaimsWithScale() {
    return retention("whenScaled");
  }

  private boolean retention(String when) {
    return resource
        .at("spec", "persistentVolumeClaimRetentionPolicy", when)
        .text()
        .equals(DELETE);
  }

  /** The name of the revision that its pods had when its last rollout was complete. */
  public String currentRevision() {
    return resource.at("status", "currentRevision").text();
  }

  public boolean isBeingDeleted() {
    return Meta.isBeingDeleted(resource);
  }
}
