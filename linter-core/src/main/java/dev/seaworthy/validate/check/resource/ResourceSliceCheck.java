package dev.seaworthy.validate.check.resource;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Devices that a driver offers, or the counters that they share. Mirrors validateResourceSliceSpec. */
public final class ResourceSliceCheck implements KindCheck {

  private static final List<String> WAYS =
      List.of("nodeName", "nodeSelector", "allNodes", "perDeviceNodeSelection");
  private static final int MOST_DEVICES = 128;
  private static final int MOST_DEVICES_WITH_MORE_TO_THEM = 64;

  @Override
  public GroupKind kind() {
    return GroupKind.of("resource.k8s.io", "ResourceSlice");
  }

  @Override
  public void check(Value slice, Request request, Errors errors) {
    Value spec = slice.at("spec");
    new NodeSelection(request, errors).check(spec, WAYS);
    oneTerm(spec.at("nodeSelector"), errors);
    if (spec.at("sharedCounters").isPresent() && spec.at("devices").isPresent()) {
      errors.invalid(spec.path(), "one-of", "must have only one of sharedCounters and devices");
    }
    if (count(spec.at("devices"), errors)) {
      devices(spec, request, errors);
    }
    String driver = spec.at("driver").text();
    if (!driver.equals(driver.toLowerCase(Locale.ROOT))) {
      errors.warn(spec.at("driver").path(), "lower-case", "should be in lower case");
    }
  }

  /** So that the selectors of several slices can be joined. */
  private static void oneTerm(Value selector, Errors errors) {
    Value terms = selector.at("nodeSelectorTerms");
    if (selector.isPresent() && terms.size() != 1) {
      errors.invalid(terms.path(), "one-term", "must have exactly one item");
    }
  }

  private static boolean count(Value devices, Errors errors) {
    boolean more = devices.items().stream()
        .anyMatch(
            one -> one.at("taints").size() > 0 || one.at("consumesCounters").size() > 0);
    int most = more ? MOST_DEVICES_WITH_MORE_TO_THEM : MOST_DEVICES;
    if (devices.size() > most) {
      errors.tooMany(
          devices.path(),
          "maxItems",
          "has " + devices.size() + " items, must have at most " + most);
    }
    return devices.size() <= most;
  }

  private static void devices(Value spec, Request request, Errors errors) {
    Value devices = spec.at("devices");
    Map<String, Node> before = new HashMap<>();
    devices
        .previous()
        .items()
        .forEach(device -> before.putIfAbsent(device.get("name").text(), device));
    DeviceCheck check =
        new DeviceCheck(spec.at("perDeviceNodeSelection").isTrue(), request, errors);
    for (int i = 0; i < devices.size(); i++) {
      String name = devices.node().get(i).get("name").text();
      check.check(devices.item(i, before.getOrDefault(name, Absent.INSTANCE)));
    }
  }
}
