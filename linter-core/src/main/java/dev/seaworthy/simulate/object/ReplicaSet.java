package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Instant;
import java.util.Map;

/** A ReplicaSet or, with its older selector, a ReplicationController. */
public record ReplicaSet(Resource resource) {

  public String name() {
    return resource.name();
  }

  public String namespace() {
    return resource.namespace();
  }

  public String uid() {
    return Meta.uid(resource);
  }

  /** How many pods it wants. */
  public long replicas() {
    return resource.at("spec", "replicas").longOr(1);
  }

  public long minReadySeconds() {
    return resource.at("spec", "minReadySeconds").longOr(0);
  }

  public Selector selector() {
    Node selector = resource.at("spec", "selector");
    if (!resource.groupKind().equals(Kinds.REPLICATION_CONTROLLER)) {
      return Selector.of(selector);
    }
    return selector instanceof Mapping mapping && mapping.size() > 0
        ? Selector.ofEqualities(mapping.strings())
        : Selector.of(dev.seaworthy.manifest.Absent.INSTANCE);
  }

  public Node template() {
    return resource.at("spec", "template");
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
}
