package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;

/** What must hold for a pod when it is made, and need not any more when it runs. */
public final class PodCreateCheck {

  private final PodScope scope;
  private final Errors errors;

  /** A check of the pod in {@code scope}. */
  public PodCreateCheck(PodScope scope) {
    this.scope = scope;
    this.errors = scope.errors();
  }

  /** Reports what keeps the pod from being made. */
  public void check() {
    gatedPodsHaveNoNode();
    seccompAgrees();
    appArmorAgrees();
  }

  private void gatedPodsHaveNoNode() {
    Value node = scope.spec().at("nodeName");
    if (!node.text().isEmpty() && scope.spec().at("schedulingGates").size() > 0) {
      errors.forbidden(
          node.path(), "gated-pods-have-no-node", "must not be set before all gates are gone");
    }
  }

  /** Profiles in annotations, the old way, must be those in the fields. */
  public void seccompAgrees() {
    Value annotations = scope.metadata().at("annotations");
    agrees(
        annotations.key(PodAnnotationsCheck.SECCOMP_POD),
        scope.spec().at("securityContext", "seccompProfile"));
    for (Value container : scope.allContainers()) {
      String key = PodAnnotationsCheck.SECCOMP_CONTAINER + container.at("name").text();
      agrees(annotations.key(key), container.at("securityContext", "seccompProfile"));
    }
  }

  private void agrees(Value annotation, Value profile) {
    if (annotation.isPresent() && profile.isPresent()) {
      compare(annotation.text(), profile, profile, "docker/default");
    }
  }

  /** The same for AppArmor; Windows has none of it. */
  public void appArmorAgrees() {
    if (scope.isWindows()) {
      return;
    }
    Value ofPod = scope.spec().at("securityContext", "appArmorProfile");
    for (Value container : scope.allContainers()) {
      Value own = container.at("securityContext", "appArmorProfile");
      Value profile = own.isPresent() ? own : ofPod;
      Value annotation = scope
          .metadata()
          .at("annotations")
          .key(PodAnnotationsCheck.APPARMOR + container.at("name").text());
      if (profile.isPresent() && annotation.isPresent()) {
        compare(annotation.text(), profile, own, "runtime/default");
      }
    }
  }

  /** Reports at {@code reportedAt}; {@code alias} is another name for the runtime's default. */
  private void compare(String annotation, Value profile, Value reportedAt, String alias) {
    boolean same = switch (profile.at("type").text()) {
      case "Unconfined" -> annotation.equals("unconfined");
      case "RuntimeDefault" -> annotation.equals("runtime/default") || annotation.equals(alias);
      case "Localhost" -> annotation.startsWith("localhost/");
      default -> true;
    };
    if (!same) {
      differs(reportedAt.at("type"));
    } else if (profile.at("type").text().equals("Localhost")
        && !annotation.equals("localhost/" + profile.at("localhostProfile").text())) {
      differs(reportedAt.at("localhostProfile"));
    }
  }

  private void differs(Value field) {
    errors.forbidden(field.path(), "annotation-agrees", "is other than the annotation says");
  }
}
