package dev.seaworthy.validate.check.storage;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.HashMap;
import java.util.Map;

/** A driver that a node has stays as it is. Mirrors ValidateCSINodeUpdate. */
public final class CsiNodeCheck implements KindCheck {

  private static final String COUNT = "allocatable";

  /** How many volumes fit may change behind MutableCSINodeAllocatableCount. */
  private static final int COUNT_MAY_CHANGE_SINCE = 35;

  @Override
  public GroupKind kind() {
    return GroupKind.of("storage.k8s.io", "CSINode");
  }

  @Override
  public void check(Value node, Request request, Errors errors) {
    Value drivers = node.at("spec", "drivers");
    Map<String, Node> before = new HashMap<>();
    drivers.previous().items().forEach(driver -> before.put(driver.get("name").text(), driver));
    for (Value driver : drivers.items()) {
      Node old = before.getOrDefault(driver.at("name").text(), Absent.INSTANCE);
      if (old.isPresent() && !isSame(driver.node(), old, request)) {
        errors.invalid(
            request.isSince(33) ? drivers.path() : FieldPath.of("CSINodeDriver"),
            "immutable",
            "must not change the driver '" + driver.at("name").text() + "'");
      }
    }
  }

  private static boolean isSame(Node now, Node old, Request request) {
    boolean sameCount =
        request.isSince(COUNT_MAY_CHANGE_SINCE) || now.get(COUNT).sameAs(old.get(COUNT));
    return sameCount
        && now.get("nodeID").sameAs(old.get("nodeID"))
        && now.get("topologyKeys").sameAs(old.get("topologyKeys"));
  }
}
