package dev.seaworthy.validate.admission.podsecurity;

import static dev.seaworthy.validate.admission.podsecurity.Control.baseline;
import static dev.seaworthy.validate.admission.podsecurity.Control.restricted;

import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** The Pod Security Standards as a server of some release knows them. */
public final class SecurityStandards {

  private static final List<Control> CONTROLS = List.of(
      baseline("appArmorProfile", 0, ProfileControls::appArmor),
      baseline("capabilities", 0, CapabilityControls::baseline),
      baseline("hostNamespaces", 0, HostControls::namespaces),
      baseline("volumes", 0, VolumeControls::hostPath),
      baseline("hostPort", 0, HostControls::ports),
      baseline("probe or lifecycle host", 34, HostControls::probes),
      baseline("privileged", 0, HostControls::privileged),
      baseline("procMount", 0, HostControls::procMount),
      baseline("seLinuxOptions", 0, ProfileControls::seLinux),
      baseline("seccompProfile", 0, ProfileControls::seccompAnnotations),
      baseline("seccompProfile", 19, ProfileControls::seccomp),
      baseline("sysctls", 0, SysctlControl::judge),
      baseline("hostProcess", 0, HostControls::windowsHostProcess),
      restricted("allowPrivilegeEscalation", 8, UserControls::escalation),
      restricted("capabilities", 22, CapabilityControls::restricted),
      restricted("procMount", 35, HostControls::procMountWhateverUsers),
      restricted("volumes", 0, VolumeControls::restricted),
      restricted("runAsNonRoot", 0, UserControls::nonRoot),
      restricted("runAsUser", 23, UserControls::user),
      restricted("seccompProfile", 19, ProfileControls::seccompRequired));

  private SecurityStandards() {}

  /**
   * What {@code pod} does not meet, each at its field.
   *
   * @param pod what has metadata and spec of a pod
   * @param known the minor of the server's release: it knows no later standards
   */
  public static List<FieldError> violations(SecurityDemand demand, int known, Value pod) {
    int minor = Math.min(demand.minor(), known);
    Violations violations = new Violations();
    ReviewedPod reviewed = new ReviewedPod(pod, minor);
    for (int i = 0; i < CONTROLS.size(); i++) {
      Control control = CONTROLS.get(i);
      if (control.isAskedBy(demand.level(), minor) && !isReplaced(i, demand.level(), minor)) {
        violations.of(control.name());
        control.judge().judge(reviewed, violations);
      }
    }
    return violations.all();
  }

  /** A later release's form of a control, or a stricter level's, is asked in its place. */
  private static boolean isReplaced(int index, SecurityLevel level, int minor) {
    for (Control other : CONTROLS.subList(index + 1, CONTROLS.size())) {
      if (other.name().equals(CONTROLS.get(index).name()) && other.isAskedBy(level, minor)) {
        return true;
      }
    }
    return false;
  }
}
