package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.field.Warning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the server takes but warns of. Mirrors GetWarningsForPod and GetWarningsForPodTemplate. */
public final class PodWarnings {

  /** Volume plugins that are gone or will be, and since when. */
  public static final Map<String, String> OLD_VOLUMES = Map.of(
      "photonPersistentDisk", "was deprecated in 1.11 and does nothing since 1.16",
      "gitRepo", "was deprecated in 1.11 and is off by default since 1.33",
      "scaleIO", "was deprecated in 1.16 and does nothing since 1.22",
      "flocker", "was deprecated in 1.22 and does nothing since 1.25",
      "storageos", "was deprecated in 1.22 and does nothing since 1.25",
      "quobyte", "was deprecated in 1.22 and does nothing since 1.25",
      "glusterfs", "was deprecated in 1.25 and does nothing since 1.26",
      "cephfs", "was deprecated in 1.28 and does nothing since 1.31",
      "rbd", "was deprecated in 1.28 and does nothing since 1.31");

  private static final List<String> OLD_ANNOTATIONS = List.of(
      "scheduler.alpha.kubernetes.io/critical-pod",
      "security.alpha.kubernetes.io/sysctls",
      "security.alpha.kubernetes.io/unsafe-sysctls");

  private static final List<String> BYTES = List.of("memory", "ephemeral-storage");

  private static final int MOST_DIGITS = 18;

  public static final List<String> CLAIMED_BYTES = List.of("storage");

  private final PodScope scope;
  private final Errors errors;
  private final Value spec;

  /** The warnings for the pod in {@code scope}. */
  public PodWarnings(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
    this.spec = scope.spec();
  }

  /** Reports the warnings. */
  public void warn() {
    new SchedulingWarnings(scope).warn();
    annotations();
    volumes();
    lists();
    wholeBytes(spec.at("overhead"), BYTES);
    for (Value container : scope.allContainers()) {
      containerAnnotations(container);
      wholeBytes(container.at("resources", "limits"), BYTES);
      wholeBytes(container.at("resources", "requests"), BYTES);
      variables(container.at("env").items());
    }
    new PortWarnings(scope).warn();
    addresses();
  }

  private void warn(FieldPath path, String origin, String message) {
    errors.warn(path, origin, message);
  }

  private void annotations() {
    Value annotations = scope.metadata().at("annotations");
    for (String key : OLD_ANNOTATIONS) {
      if (annotations.key(key).isPresent()) {
        oldAnnotation(key, "does nothing any more; use the field");
      }
    }
    if (annotations.key(PodAnnotationsCheck.SECCOMP_POD).isPresent()
        && spec.at("securityContext", "seccompProfile").isAbsent()) {
      oldSeccomp(PodAnnotationsCheck.SECCOMP_POD);
    }
  }

  private void oldSeccomp(String key) {
    oldAnnotation(key, "does nothing since 1.27; use the field seccompProfile");
  }

  /** In a template the server leaves {@code metadata} out of the annotation's name. */
  private void oldAnnotation(String key, String message) {
    errors.warn(new Warning(
        scope.annotations().key(key),
        scope.metadata().at("annotations").key(key).path(),
        "old-annotation",
        message));
  }

  private void containerAnnotations(Value container) {
    Value annotations = scope.metadata().at("annotations");
    String name = container.at("name").text();
    String seccomp = PodAnnotationsCheck.SECCOMP_CONTAINER + name;
    if (annotations.key(seccomp).isPresent()
        && container.at("securityContext", "seccompProfile").isAbsent()) {
      oldSeccomp(seccomp);
    }
    String appArmor = PodAnnotationsCheck.APPARMOR + name;
    boolean hasField = container.at("securityContext", "appArmorProfile").isPresent()
        || spec.at("securityContext", "appArmorProfile").isPresent();
    // Of a pod the server tells when it writes the annotation into the field.
    if (!scope.isPod() && annotations.key(appArmor).isPresent() && !hasField) {
      oldAnnotation(appArmor, "is deprecated since 1.30; use the field appArmorProfile");
    }
  }

  private void volumes() {
    for (Value volume : spec.at("volumes").items()) {
      OLD_VOLUMES.forEach((name, fate) -> {
        if (volume.at(name).isPresent()) {
          warn(volume.at(name).path(), "old-volume", fate);
        }
      });
    }
    if (scope.request().isSince(33)) {
      new VolumeFileWarnings(errors).warn(spec.at("volumes").items());
    }
    for (Value volume : spec.at("volumes").items()) {
      Value claim = volume.at("ephemeral", "volumeClaimTemplate", "spec", "resources");
      wholeBytes(claim.at("limits"), CLAIMED_BYTES);
      wholeBytes(claim.at("requests"), CLAIMED_BYTES);
    }
  }

  private void lists() {
    unique(spec.at("hostAliases").items(), "ip");
    unique(spec.at("imagePullSecrets").items(), "name");
    for (Value secret : spec.at("imagePullSecrets").items()) {
      if (secret.at("name").text().isEmpty()) {
        warn(secret.at("name").path(), "named", "is empty");
      }
    }
  }

  private void unique(List<Value> items, String field) {
    Set<String> seen = new HashSet<>();
    for (Value item : items) {
      Value value = item.at(field);
      if (!seen.add(value.text())) {
        warn(value.path(), "unique", "is '" + value.text() + "', as another one is");
      }
    }
  }

  private void wholeBytes(Value amounts, List<String> resources) {
    wholeBytes(amounts, resources, errors);
  }

  public static void wholeBytes(Value amounts, List<String> resources, Errors errors) {
    for (String name : resources) {
      Value amount = amounts.key(name);
      if (!Quantity.of(amount.node()).map(PodWarnings::isWholeBytes).orElse(true)) {
        errors.warn(
            amount.path(), "whole-bytes", "is a fraction of a byte, or more than can be counted");
      }
    }
  }

  /** To the server, an amount of more digits than 64 bits hold looks like a fraction. */
  private static boolean isWholeBytes(Quantity amount) {
    return amount.isWhole() && amount.value().stripTrailingZeros().precision() <= MOST_DIGITS;
  }

  private void variables(List<Value> variables) {
    Map<String, Value> seen = new HashMap<>();
    for (Value variable : variables) {
      String name = variable.at("name").text();
      boolean again = seen.putIfAbsent(name, variable) != null;
      String reference = "$(" + name + ")";
      String value = variable.at("value").text();
      boolean builds = variable.at("valueFrom").isAbsent()
          && value.contains(reference)
          && !value.equals(reference);
      if (again && !builds) {
        warn(variable.path(), "variable-once", "hides an earlier " + name);
      }
    }
  }

  private void addresses() {
    List<Value> addresses = new ArrayList<>(spec.at("dnsConfig", "nameservers").items());
    spec.at("hostAliases").items().forEach(alias -> addresses.add(alias.at("ip")));
    for (Value address : addresses) {
      PodAddressWarnings.warn(address, errors);
    }
  }
}
