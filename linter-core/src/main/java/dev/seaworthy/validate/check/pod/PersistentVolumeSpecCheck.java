package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import dev.seaworthy.validate.format.Quantity;
import java.util.List;

/** The spec of a PersistentVolume, but for its source. Mirrors ValidatePersistentVolumeSpec. */
public final class PersistentVolumeSpecCheck {

  private static final String RECYCLE = "Recycle";
  private static final List<String> RECLAIM_POLICIES = List.of("Delete", RECYCLE, "Retain");

  private final Value volume;
  private final Value spec;
  private final Request request;
  private final Errors errors;
  private final FieldRules rules;

  /** A check of the PersistentVolume {@code volume}. */
  public PersistentVolumeSpecCheck(Value volume, Request request, Errors errors) {
    this.volume = volume;
    this.spec = volume.at("spec");
    this.request = request;
    this.errors = errors;
    this.rules = new FieldRules(errors);
  }

  /** Reports what is wrong with the spec by itself. */
  public void check() {
    new ClaimSpecCheck(rules).accessModes(spec.at("accessModes"), "is missing");
    capacity(spec.at("capacity"));
    optionalOneOf(spec.at("persistentVolumeReclaimPolicy"), RECLAIM_POLICIES);
    nodeAffinity(spec.at("nodeAffinity"));
    new PersistentVolumeSourceCheck(volume, request, rules).check();
    theRootIsNotRecycled();
    rules.optionalFormat(spec.at("storageClassName"), NameFormat.DNS1123_SUBDOMAIN);
    rules.optionalOneOf(spec.at("volumeMode"), ClaimSpecCheck.VOLUME_MODES);
    attributesClass(spec.at("volumeAttributesClassName"));
  }

  private void optionalOneOf(Value field, List<String> values) {
    if (!field.text().isEmpty()) {
      rules.oneOf(field, values);
    }
  }

  private void capacity(Value capacity) {
    if (capacity.size() == 0) {
      errors.required(capacity.path(), "required", "is missing");
    }
    if (capacity.size() > 1 || capacity.key("storage").isAbsent()) {
      errors.notSupported(capacity.path(), "only-storage", "must be of storage and nothing else");
    }
    capacity.eachEntry(
        (name, value) -> Quantities.of(value.node()).ifPresent(amount -> positive(amount, value)));
  }

  private void positive(Quantity amount, Value value) {
    if (amount.signum() < 0) {
      errors.invalid(value.path(), "minimum", "is " + amount + ", must be at least 0");
    }
    if (amount.signum() <= 0) {
      errors.invalid(value.path(), "positive", "is " + amount + ", must be more than 0");
    }
  }

  private void nodeAffinity(Value affinity) {
    if (affinity.isAbsent()) {
      return;
    }
    Value required = affinity.at("required");
    if (required.isAbsent()) {
      errors.required(required.path(), "required", "is missing");
    } else {
      new NodeAffinityCheck(rules, request).required(required.at("nodeSelectorTerms"));
    }
  }

  private void theRootIsNotRecycled() {
    Value policy = spec.at("persistentVolumeReclaimPolicy");
    String path = spec.at("hostPath", "path").text();
    if (isRoot(path) && policy.text().equals(RECYCLE)) {
      errors.forbidden(
          policy.path(), "root-is-not-recycled", "is Recycle, which would empty the node's root");
    }
  }

  private static boolean isRoot(String path) {
    if (!path.startsWith("/")) {
      return false;
    }
    int depth = 0;
    for (String step : path.split("/", -1)) {
      if (step.equals("..")) {
        depth = Math.max(0, depth - 1);
      } else if (!step.isEmpty() && !step.equals(".")) {
        depth++;
      }
    }
    return depth == 0;
  }

  private void attributesClass(Value name) {
    if (name.isAbsent()) {
      return;
    }
    rules.requiredFormat(name, NameFormat.DNS1123_SUBDOMAIN);
    if (spec.at("csi").isAbsent()) {
      errors.required(
          spec.at("csi").path(), "attributes-of-csi", "is missing; only it has attribute classes");
    }
  }
}
