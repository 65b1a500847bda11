package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import java.util.Map;

/**
 * The volumes of a pod.
 *
 * @param byName those that containers can use: the server found no fault in them
 * @param written all of them
 */
record Volumes(Map<String, Node> byName, Map<String, Node> written) {

  boolean has(String name) {
    return byName.containsKey(name);
  }

  Node get(String name) {
    return byName.getOrDefault(name, Absent.INSTANCE);
  }

  /** Whether the volume is, or becomes, a claim, so that a container can have it as a device. */
  boolean isClaim(String name) {
    return get(name).get("persistentVolumeClaim").isPresent()
        || get(name).get("ephemeral").isPresent();
  }
}
