package dev.seaworthy.validate.admission;

import dev.seaworthy.validate.admission.podsecurity.SecurityLevel;
import dev.seaworthy.validate.field.AddressFamilies;
import java.time.Duration;

/**
 * How kube-apiserver is configured.
 *
 * @param notReadyToleration how long a pod stays on a node that is not ready, unless it says
 *     otherwise ({@code --default-not-ready-toleration-seconds})
 * @param unreachableToleration the same for a node that can't be reached
 * @param podSecurity the level of the Pod Security Standards that a namespace enforces and warns of
 *     unless its labels say otherwise (the defaults of a PodSecurityConfiguration)
 * @param serviceAccounts whether the plug-in ServiceAccount is on, as it usually is
 * @param families the families of Services' addresses ({@code --service-cluster-ip-range})
 */
public record AdmissionSettings(
    Duration notReadyToleration,
    Duration unreachableToleration,
    SecurityLevel podSecurity,
    boolean serviceAccounts,
    AddressFamilies families) {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  /** As kube-apiserver comes. */
  public static final AdmissionSettings USUAL = new AdmissionSettings(
      FIVE_MINUTES, FIVE_MINUTES, SecurityLevel.PRIVILEGED, true, AddressFamilies.ASSUMED);

  public AdmissionSettings withPodSecurity(SecurityLevel level) {
    return new AdmissionSettings(
        notReadyToleration, unreachableToleration, level, serviceAccounts, families);
  }

  /** The same time for a node that is not ready and for one that can't be reached. */
  public AdmissionSettings withTolerations(Duration time) {
    return new AdmissionSettings(time, time, podSecurity, serviceAccounts, families);
  }

  public AdmissionSettings withServiceAccounts(boolean on) {
    return new AdmissionSettings(
        notReadyToleration, unreachableToleration, podSecurity, on, families);
  }

  public AdmissionSettings withFamilies(AddressFamilies others) {
    return new AdmissionSettings(
        notReadyToleration, unreachableToleration, podSecurity, serviceAccounts, others);
  }
}
