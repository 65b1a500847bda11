package dev.seaworthy.validate.check.resource;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One device of a slice. Mirrors validateDevice. */
final class DeviceCheck {

  private static final int MOST_ATTRIBUTES_AND_CAPACITIES = 32;
  private static final List<String> WAYS = List.of("nodeName", "nodeSelector", "allNodes");
  private static final List<String> VALUES = List.of("bool", "int", "string", "version");

  private final boolean eachSaysItsNodes;
  private final Request request;
  private final Errors errors;

  /** With {@code eachSaysItsNodes} each device says by itself from where it can be reached. */
  DeviceCheck(boolean eachSaysItsNodes, Request request, Errors errors) {
    this.eachSaysItsNodes = eachSaysItsNodes;
    this.request = request;
    this.errors = errors;
  }

  void check(Value device) {
    Value attributes = device.at("attributes");
    Value capacity = device.at("capacity");
    if (attributes.size() + capacity.size() > MOST_ATTRIBUTES_AND_CAPACITIES) {
      errors.invalid(
          device.path(),
          "most-attributes",
          "must have at most " + MOST_ATTRIBUTES_AND_CAPACITIES + " attributes and capacities");
    }
    attributes.eachEntry((name, attribute) -> attribute(name, attribute, attributes));
    if (capacity.isChanged()) {
      capacity.eachEntry((name, one) -> capacity(name, one, device));
    }
    nodes(device);
    conditions(device);
  }

  private void attribute(String name, Value attribute, Value attributes) {
    AttributeName.qualified(name, attributes.path(), errors);
    long values = VALUES.stream().filter(kind -> attribute.at(kind).isPresent()).count();
    if (values != 1) {
      errors.invalid(
          attribute.path(), "one-of", "must have exactly one of " + String.join(", ", VALUES));
    }
  }

  private void capacity(String name, Value capacity, Value device) {
    AttributeName.qualified(name, device.at("capacity").path(), errors);
    Value policy = capacity.at("requestPolicy");
    if (policy.isPresent() && device.at("allowMultipleAllocations").isTrue()) {
      new RequestPolicyCheck(capacity, errors).check();
    } else if (policy.isPresent()) {
      errors.forbidden(policy.path(), "shared-device", "needs allowMultipleAllocations: true");
    }
  }

  private void nodes(Value device) {
    if (eachSaysItsNodes) {
      new NodeSelection(request, errors).check(device, WAYS);
      Value node = device.at("nodeName");
      NameFormat form = NameFormat.DNS1123_SUBDOMAIN;
      if (node.isPresent()) {
        errors.form(node.path(), form.key(), node.text(), form.problems(node.text()));
      }
    } else if (WAYS.stream().anyMatch(way -> device.at(way).isPresent())) {
      errors.invalid(
          device.path(),
          "per-device-nodes",
          "must not have nodeName, nodeSelector or allNodes unless the slice has"
              + " perDeviceNodeSelection: true");
    }
  }

  /** What must come true before a pod is bound, and what tells that it never will. */
  private void conditions(Value device) {
    Value conditions = device.at("bindingConditions");
    Value failures = device.at("bindingFailureConditions");
    Set<String> known = new HashSet<>();
    conditions.items().forEach(one -> known.add(one.text()));
    for (Value failure : failures.items()) {
      if (known.contains(failure.text())) {
        errors.invalid(failure.path(), "success-or-failure", "is one of bindingConditions too");
      }
    }
    if (conditions.size() == 0 && failures.size() > 0) {
      errors.invalid(
          conditions.path(), "both-conditions", "must have items as bindingFailureConditions has");
    }
    if (failures.size() == 0 && conditions.size() > 0) {
      errors.invalid(
          failures.path(), "both-conditions", "must have items as bindingConditions has");
    }
  }
}
