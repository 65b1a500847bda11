package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import java.time.Instant;
import java.util.Map;

/** A ReplicaSet or, with its older selector, a ReplicationController. */
public record ReplicaSet(Resource resource) implements PodController {

  /** How many pods it wants. */
  public long replicas() {
    return resource.at("spec", "replicas").longOr(1);
  }

  /** A count of its status; 0 if it is not there. */
  public long counted(String field) {
    return resource.at("status", field).longOr(0);
  }

  public boolean isBeingDeleted() {
    return Meta.isBeingDeleted(resource);
  }

  /** Whether its controller has seen what it asks for now. */
  public boolean isObserved() {
    return counted("observedGeneration") >= Meta.generation(resource);
  }

  public Map<String, String> annotations() {
    return resource.annotations();
  }

  public Instant created() {
    return Meta.created(resource);
  }

  /** Of the UID, which is quicker than of the tree. */
  @Override
  public int hashCode() {
    return uid().hashCode();
  }
}
