package dev.seaworthy.cli;

import dev.seaworthy.Settings;
import dev.seaworthy.validate.admission.podsecurity.SecurityLevel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** How the cluster is set up that the objects are for. */
final class ClusterOptions {

  private @Nullable SecurityLevel podSecurity;

  void addTo(CommandSpec spec) {
    spec.addOption(
        Options.value("LEVEL", SecurityLevel.class, given -> podSecurity = given, "--pod-security")
            .description(
                "${COMPLETION-CANDIDATES}: the Pod Security Standard of namespaces whose labels, as far as",
                "the input has them, name none; default: privileged.")
            .build());
  }

  /** {@code settings} with what these options say. */
  Settings settings(Settings settings) {
    return podSecurity == null ? settings : settings.withPodSecurity(podSecurity.word());
  }
}
