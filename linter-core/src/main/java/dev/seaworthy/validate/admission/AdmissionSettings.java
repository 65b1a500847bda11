package dev.seaworthy.validate.admission;

import java.time.Duration;

/**
 * How kube-apiserver's plug-ins are configured.
 *
 * @param notReadyToleration how long a pod stays on a node that is not ready, unless it says
 *     otherwise ({@code --default-not-ready-toleration-seconds})
 * @param unreachableToleration the same for a node that can't be reached
 */
public record AdmissionSettings(Duration notReadyToleration, Duration unreachableToleration) {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

  /** As kube-apiserver comes. */
  public static final AdmissionSettings USUAL = new AdmissionSettings(FIVE_MINUTES, FIVE_MINUTES);
}
