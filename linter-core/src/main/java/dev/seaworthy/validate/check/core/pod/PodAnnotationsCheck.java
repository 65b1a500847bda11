package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.PathFormat;

/** Annotations that mean something to the server: profiles, mirrors, costs. */
public final class PodAnnotationsCheck {

  static final String MIRROR = "kubernetes.io/config.mirror";
  static final String APPARMOR = "container.apparmor.security.beta.kubernetes.io/";
  static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
  static final String SECCOMP_CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
  private static final String TOLERATIONS = "scheduler.alpha.kubernetes.io/tolerations";
  private static final String DELETION_COST = "controller.kubernetes.io/pod-deletion-cost";

  private final PodScope scope;
  private final Errors errors;

  /** A check of the annotations in {@code scope}. */
  public PodAnnotationsCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  /** Reports what is wrong with each annotation by itself. */
  public void check() {
    scope
        .metadata()
        .at("annotations")
        .eachEntry((key, value) -> annotation(key, value.text(), scope.annotations()));
  }

  private void annotation(String key, String value, FieldPath annotations) {
    if (key.equals(MIRROR)) {
      mirror(annotations.key(key), value);
    } else if (key.equals(TOLERATIONS)) {
      tolerations(annotations, value);
    } else if (key.equals(DELETION_COST)) {
      deletionCost(annotations.key(key), value);
    } else if (key.equals(SECCOMP_POD) || key.startsWith(SECCOMP_CONTAINER)) {
      seccomp(annotations.child(key), value);
    } else if (key.startsWith(APPARMOR)) {
      appArmor(annotations.key(key), key.substring(APPARMOR.length()), value);
    }
  }

  private void mirror(FieldPath path, String value) {
    if (scope.spec().at("nodeName").text().isEmpty()) {
      errors.invalid(
          path, "mirror-has-node", "is '" + value + "', which needs a nodeName in the spec");
    }
  }

  private void tolerations(FieldPath annotations, String value) {
    if (value.isEmpty()) {
      return;
    }
    AnnotationJson.parse(value)
        .ifPresentOrElse(
            list -> new TolerationsCheck(errors)
                .check(Value.of(list, annotations.child(TOLERATIONS), Absent.INSTANCE)
                    .items()),
            () -> errors.invalid(annotations, "json", "has tolerations that are no JSON list"));
  }

  private void deletionCost(FieldPath path, String value) {
    if (!isWhole32(value)) {
      errors.invalid(path, "whole-number", "is '" + value + "', must be a whole number of 32 bits");
    }
  }

  private static boolean isWhole32(String value) {
    boolean formed =
        value.equals("0") || value.matches("[1-9][0-9]{0,9}") || value.matches("-[0-9]{1,18}");
    if (!formed) {
      return false;
    }
    long number = Long.parseLong(value);
    return number >= Integer.MIN_VALUE && number <= Integer.MAX_VALUE;
  }

  private void seccomp(FieldPath path, String profile) {
    if (profile.startsWith("localhost/")) {
      String file = profile.substring("localhost/".length());
      errors.form(path, "descending-path", file, PathFormat.DESCENDING.problems(file));
    } else if (!profile.equals("runtime/default")
        && !profile.equals("docker/default")
        && !profile.equals("unconfined")) {
      errors.invalid(path, "seccomp-profile", "is '" + profile + "', which is no seccomp profile");
    }
  }

  private void appArmor(FieldPath path, String container, String profile) {
    boolean known =
        scope.allContainers().stream().anyMatch(c -> c.at("name").text().equals(container));
    if (!known) {
      errors.invalid(path, "container-exists", "is for '" + container + "', which is no container");
    }
    if (!profile.isEmpty()
        && !profile.equals("runtime/default")
        && !profile.equals("unconfined")
        && !profile.startsWith("localhost/")) {
      errors.invalid(
          path, "apparmor-profile", "is '" + profile + "', which is no AppArmor profile");
    }
  }
}
