package dev.seaworthy.validate.admission;

import dev.seaworthy.validate.admission.podsecurity.SecurityLevel;
import java.time.Duration;

/**
 * How kube-apiserver's plug-ins are configured.
 *
 * @param notReadyToleration how long a pod stays on a node that is not ready, unless it says
 *     otherwise ({@code --default-not-ready-toleration-seconds})
 * @param unreachableToleration the same for a node that can't be reached
 * @param podSecurity the level of the Pod Security Standards that a namespace enforces and warns of
 *     unless its labels say otherwise (the defaults of a PodSecurityConfiguration)
 * @param serviceAccounts whether the plug-in ServiceAccount is on, as it usually is
 */
public record AdmissionSettings(
    Duration notReadyToleration,
    Duration unreachableToleration,
    SecurityLevel podSecurity,
    boolean serviceAccounts) {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  /** As kube-apiserver comes. */
  public static final AdmissionSettings USUAL =
      new AdmissionSettings(FIVE_MINUTES, FIVE_MINUTES, SecurityLevel.PRIVILEGED, true);

  public AdmissionSettings withPodSecurity(SecurityLevel level) {
    return new AdmissionSettings(notReadyToleration, unreachableToleration, level, serviceAccounts);
  }

  /** The same time for a node that is not ready and for one that can't be reached. */
  public AdmissionSettings withTolerations(Duration time) {
    return new AdmissionSettings(time, time, podSecurity, serviceAccounts);
  }

  public AdmissionSettings withServiceAccounts(boolean on) {
    return new AdmissionSettings(notReadyToleration, unreachableToleration, podSecurity, on);
  }
}
