package dev.seaworthy.validate.admission.podsecurity;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.validate.field.Value;
import java.util.Set;

/** Controls of the profiles that confine a container: AppArmor, SELinux, seccomp. */
final class ProfileControls {

  private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";
  private static final String SECCOMP_POD = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String SECCOMP = "container.seccomp.security.alpha.kubernetes.io/";
  private static final Set<String> SECCOMP_WORDS = Set.of("runtime/default", "docker/default");
  private static final Set<String> CONFINING = Set.of("RuntimeDefault", "Localhost");
  private static final Set<String> SELINUX_TYPES =
      Set.of("", "container_t", "container_init_t", "container_kvm_t");
  private static final int ENGINE_SINCE = 31;

  private ProfileControls() {}

  static void appArmor(ReviewedPod pod, Violations violations) {
    for (Value context : pod.contexts()) {
      confining(context.at("appArmorProfile"), violations);
    }
    for (Mapping.Entry entry : pod.annotations().node().entries()) {
      String profile = entry.value().text();
      boolean isFine = profile.isEmpty()
          || profile.equals("runtime/default")
          || profile.startsWith("localhost/");
      if (entry.key().startsWith(APP_ARMOR) && !isFine) {
        violations.add(
            pod.annotations().key(entry),
            "is " + profile + ", must be runtime/default or localhost/NAME");
      }
    }
  }

  private static void confining(Value profile, Violations violations) {
    String type = profile.at("type").text();
    if (profile.isPresent() && !CONFINING.contains(type)) {
      violations.add(profile.at("type"), "is " + type + ", must be RuntimeDefault or Localhost");
    }
  }

  static void seLinux(ReviewedPod pod, Violations violations) {
    for (Value context : pod.contexts()) {
      Value options = context.at("seLinuxOptions");
      String type = options.at("type").text();
      boolean isEngine = type.equals("container_engine_t") && pod.minor() >= ENGINE_SINCE;
      if (!SELINUX_TYPES.contains(type) && !isEngine) {
        violations.add(options.at("type"), "is " + type + ", must be a type that confines");
      }
      empty(options.at("user"), violations);
      empty(options.at("role"), violations);
    }
  }

  private static void empty(Value option, Violations violations) {
    if (!option.text().isEmpty()) {
      violations.add(option, "must not be given");
    }
  }

  /** Before there were fields for it. */
  static void seccompAnnotations(ReviewedPod pod, Violations violations) {
    annotation(pod.annotations().key(SECCOMP_POD), violations);
    for (Value container : pod.containers()) {
      annotation(pod.annotations().key(SECCOMP + container.at("name").text()), violations);
    }
  }

  private static void annotation(Value annotation, Violations violations) {
    String profile = annotation.text();
    if (annotation.isPresent()
        && !SECCOMP_WORDS.contains(profile)
        && !profile.startsWith("localhost/")) {
      violations.add(annotation, "is " + profile + ", must be runtime/default or localhost/NAME");
    }
  }

  static void seccomp(ReviewedPod pod, Violations violations) {
    for (Value context : pod.contexts()) {
      confining(context.at("seccompProfile"), violations);
    }
  }

  /** A container need not have a profile where the pod has. */
  static void seccompRequired(ReviewedPod pod, Violations violations) {
    if (pod.isSparedAsWindows()) {
      return;
    }
    seccomp(pod, violations);
    if (CONFINING.contains(pod.context().at("seccompProfile", "type").text())) {
      return;
    }
    for (Value container : pod.containers()) {
      Value profile = container.at("securityContext", "seccompProfile");
      if (profile.isAbsent()) {
        violations.add(
            profile.at("type"), "must be RuntimeDefault or Localhost, here or of the pod");
      }
    }
  }
}
