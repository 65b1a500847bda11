package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;

/** A DaemonSet, as its controller reads it. */
public record DaemonSet(Resource resource) implements PodController {

  /** Counts the changes of the template; what was a field once. */
  private static final String TEMPLATE_GENERATION = "deprecated.daemonset.template.generation";

  /** How often its template has changed, as its pods are labelled with it; empty if nobody counted. */
  public String templateGeneration() {
    return resource.annotations().getOrDefault(TEMPLATE_GENERATION, "");
  }

  /** Whether pods of an old template are replaced without a hand that deletes them. */
  public boolean isRolling() {
    return resource
        .at("spec", "updateStrategy", "type")
        .stringOr("RollingUpdate")
        .equals("RollingUpdate");
  }

  /** Whether a node may have its new pod beside the old one. */
  public boolean surges() {
    return isRolling() && limit("maxSurge", 1, 0) > 0;
  }

  /** On how many of {@code nodes} a new pod may be started beside an available old one. */
  public long maxSurge(int nodes) {
    return isRolling() ? limit("maxSurge", nodes, 0) : 0;
  }

  /** How many of {@code nodes} may be without an available pod; at least one if none may surge. */
  public long maxUnavailable(int nodes) {
    long most = isRolling() ? limit("maxUnavailable", nodes, 1) : 0;
    return most == 0 && nodes > 0 && maxSurge(nodes) == 0 ? 1 : most;
  }

  private long limit(String field, int nodes, long usual) {
    Node limit = resource.at("spec", "updateStrategy", "rollingUpdate", field);
    return CountOrPercent.of(limit, nodes, CountOrPercent.Rounding.UP).orElse(usual);
  }

  public long historyLimit() {
    return resource.at("spec", "revisionHistoryLimit").longOr(10);
  }

  public boolean isBeingDeleted() {
    return Meta.isBeingDeleted(resource);
  }
}
