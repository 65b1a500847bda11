package dev.seaworthy.validate.check.core.service;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/**
 * What of a Service can't change. A second address may come and go; the first one stays, unless the
 * service turns from or to one without addresses.
 */
final class ServiceUpdateCheck {

  private ServiceUpdateCheck() {}

  static void check(Value spec, Errors errors) {
    Value before = spec.before();
    if (!ServiceCheck.isType(spec, "ExternalName")
        && !ServiceCheck.isType(before, "ExternalName")) {
      boolean headless = ServiceCheck.isHeadless(spec);
      boolean wasHeadless = ServiceCheck.isHeadless(before);
      if (!(headless && wasHeadless)) {
        firstStays(spec.at("clusterIPs"), spec, errors);
      }
      if (!headless && !wasHeadless) {
        firstStays(spec.at("ipFamilies"), spec, errors);
      }
    }
    loadBalancerClass(spec, before, errors);
    if (ServiceTrafficCheck.needsHealthCheck(spec)
        && ServiceTrafficCheck.needsHealthCheck(before)
        && spec.at("healthCheckNodePort").isChanged()) {
      errors.forbidden(spec.at("healthCheckNodePort").path(), "immutable", "must not be changed");
    }
  }

  private static void firstStays(Value list, Value spec, Errors errors) {
    Node old = list.previous();
    if (old.size() == list.size()) {
      boolean addresses = list.path().lastStep().equals("clusterIPs");
      for (int i = 0; i < list.size(); i++) {
        if (!list.node().get(i).sameAs(old.get(i))) {
          errors.invalid(
              list.item(addresses ? i : 0).path(), "immutable", "must not change once it is set");
        }
      }
      return;
    }
    if (list.size() == 0) {
      errors.invalid(list.path().index(0), "immutable", "must not be taken back");
    } else if (old.size() > 0 && !list.node().get(0).sameAs(old.get(0))) {
      errors.invalid(list.path().index(0), "immutable", "must not change once it is set");
    }
    if (old.size() > list.size()
        && list.size() == 1
        && !spec.at("ipFamilyPolicy").text().equals("SingleStack")) {
      errors.invalid(
          spec.at("ipFamilyPolicy").path(),
          "family-policy",
          "must be SingleStack where the second family is given up");
    }
  }

  private static void loadBalancerClass(Value spec, Value before, Errors errors) {
    Value owner = spec.at("loadBalancerClass");
    if (ServiceCheck.isType(spec, "LoadBalancer")
        && ServiceCheck.isType(before, "LoadBalancer")
        && owner.isChanged()) {
      errors.invalid(owner.path(), "immutable", "must not change once it is set");
    }
  }
}
