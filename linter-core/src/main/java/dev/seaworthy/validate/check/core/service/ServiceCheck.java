package dev.seaworthy.validate.check.core.service;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.validate.check.meta.MetadataMaps;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.KindCheck;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.AddressFormat;
import dev.seaworthy.validate.format.LabelFormat;
import dev.seaworthy.validate.format.NameFormat;

/**
 * What no single field of a Service can tell. Mirrors ValidateService; addresses and their families
 * are settled before (ServicePreparation).
 */
public final class ServiceCheck implements KindCheck {

  private static final String ANNOTATIONS_TOPOLOGY = "service.kubernetes.io/topology-mode";
  private static final String OLD_TOPOLOGY = "service.kubernetes.io/topology-aware-hints";
  private static final String OLD_RANGES = "service.beta.kubernetes.io/load-balancer-source-ranges";

  @Override
  public GroupKind kind() {
    return GroupKind.of("", "Service");
  }

  @Override
  public void check(Value service, Request request, Errors errors) {
    Value spec = service.at("spec");
    topology(service.at("metadata", "annotations"), errors);
    type(spec, errors);
    ServicePortsCheck.check(spec, errors);
    MetadataMaps.labels(spec.at("selector"), errors);
    affinity(spec, errors);
    ranges(service, request, errors);
    loadBalancer(spec, errors);
    ServiceTrafficCheck.check(spec, request, errors);
    if (request.isUpdate()) {
      ServiceUpdateCheck.check(spec, errors);
    }
    ServiceWarnings.warn(service, request, errors);
  }

  static boolean isType(Value spec, String type) {
    return spec.at("type").text().equals(type);
  }

  static boolean isHeadless(Value spec) {
    return spec.at("clusterIPs").size() == 1
        && spec.at("clusterIPs").node().get(0).text().equals("None");
  }

  private static void topology(Value annotations, Errors errors) {
    Value mode = annotations.key(ANNOTATIONS_TOPOLOGY);
    Value old = annotations.key(OLD_TOPOLOGY);
    if (mode.isPresent() && old.isPresent() && !mode.text().equals(old.text())) {
      errors.invalid(
          mode.path(), "one-topology-mode", "must agree with the annotation " + OLD_TOPOLOGY);
    }
  }

  private static void type(Value spec, Errors errors) {
    switch (spec.at("type").text()) {
      case "LoadBalancer", "NodePort" -> {
        if (isHeadless(spec)) {
          errors.invalid(
              spec.at("clusterIPs").item(0).path(),
              "headless-type",
              "must not be None for a service of type " + spec.at("type").text());
        }
      }
      case "ExternalName" -> externalName(spec, errors);
      default -> {}
    }
  }

  private static void externalName(Value spec, Errors errors) {
    for (String field : new String[] {"clusterIPs", "ipFamilies", "ipFamilyPolicy"}) {
      Value value = spec.at(field);
      if (value.size() > 0 || !value.text().isEmpty()) {
        errors.forbidden(
            value.path(), "external-name", "must not be set where type is ExternalName");
      }
    }
    Value name = spec.at("externalName");
    String text = name.text();
    String unrooted = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    if (unrooted.isEmpty()) {
      errors.required(name.path(), "external-name", "must be given where type is ExternalName");
    } else {
      for (String problem : NameFormat.DNS1123_SUBDOMAIN.problems(unrooted)) {
        errors.invalid(name.path(), "external-name", "is '" + text + "', " + problem);
      }
    }
  }

  private static void affinity(Value spec, Errors errors) {
    Value seconds = spec.at("sessionAffinityConfig", "clientIP", "timeoutSeconds");
    if (spec.at("sessionAffinity").text().equals("ClientIP")
        && (seconds.number() <= 0 || seconds.number() > 86_400)) {
      errors.invalid(seconds.path(), "affinity-timeout", "must be between 1 and 86400, a day");
    }
  }

  /** Ranges used to be an annotation; the server still takes both, and names neither right. */
  private static void ranges(Value service, Request request, Errors errors) {
    Value spec = service.at("spec");
    Value ranges = spec.at("loadBalancerSourceRanges");
    Value old = service.at("metadata", "annotations").key(OLD_RANGES);
    AddressFormat form =
        request.isSince(36) ? AddressFormat.CIDR_STANDARD : AddressFormat.CIDR_SLOPPY;
    if (ranges.size() > 0) {
      Value named =
          Value.of(ranges.node(), spec.path().child("LoadBalancerSourceRanges"), ranges.previous());
      loadBalancerOnly(spec, named, errors);
      for (Value range : named.items()) {
        if (!isKept(range, ranges)) {
          range(form, range.text().strip(), range, errors);
        }
      }
    } else if (old.isPresent()) {
      loadBalancerOnly(spec, old, errors);
      String text = old.text().strip();
      for (String range : text.isEmpty() ? new String[0] : text.split(",")) {
        range(form, range.strip(), old, errors);
      }
    }
  }

  /** What was accepted once is not judged by stricter rules than then. */
  static boolean isKept(Value item, Value list) {
    return list.previous().items().stream().anyMatch(item.node()::sameAs);
  }

  private static void range(AddressFormat form, String text, Value at, Errors errors) {
    for (String problem : form.problems(text)) {
      errors.invalid(at.path(), "format=cidr", "is '" + text + "', " + problem);
    }
  }

  private static void loadBalancer(Value spec, Errors errors) {
    if (isType(spec, "LoadBalancer")) {
      Value owner = spec.at("loadBalancerClass");
      if (owner.isPresent()) {
        for (String problem : LabelFormat.QUALIFIED_NAME.problems(owner.text())) {
          errors.invalid(owner.path(), "qualified-name", "is '" + owner.text() + "', " + problem);
        }
      }
    } else {
      loadBalancerOnlyIfPresent(spec, spec.at("allocateLoadBalancerNodePorts"), errors);
      loadBalancerOnlyIfPresent(spec, spec.at("loadBalancerClass"), errors);
    }
  }

  private static void loadBalancerOnlyIfPresent(Value spec, Value value, Errors errors) {
    if (value.isPresent()) {
      loadBalancerOnly(spec, value, errors);
    }
  }

  private static void loadBalancerOnly(Value spec, Value value, Errors errors) {
    if (!isType(spec, "LoadBalancer")) {
      errors.forbidden(
          value.path(), "load-balancer-only", "must only be set where type is LoadBalancer");
    }
  }
}
