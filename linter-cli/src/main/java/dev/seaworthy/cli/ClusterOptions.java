package dev.seaworthy.cli;

import dev.seaworthy.Settings;
import dev.seaworthy.validate.admission.podsecurity.SecurityLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** How the cluster is set up that the objects are for. */
final class ClusterOptions {

  private @Nullable SecurityLevel podSecurity;
  private List<String> policies = List.of();
  private final FamilyOption families = new FamilyOption();

  void addTo(CommandSpec spec) {
    spec.addOption(
        Options.value("LEVEL", SecurityLevel.class, given -> podSecurity = given, "--pod-security")
            .description(
                "${COMPLETION-CANDIDATES}: the Pod Security Standard of namespaces whose labels,"
                    + " as far as "
                    + "the input has them, name none; default: privileged.")
            .build());
    spec.addOption(Options.values("PATH", given -> policies = given, "--policies")
        .description(
            "Admission policies of the cluster with their bindings and parameters, a file or a"
                + " folder; may be given several times. Those among the files that are judged"
                + " count in any case.")
        .build());
    families.addTo(spec);
  }

  /** {@code settings} with what these options say. */
  Settings settings(Settings settings) {
    Settings changed = families.settings(settings.addingPolicies(policies));
    return podSecurity == null ? changed : changed.withPodSecurity(podSecurity.word());
  }
}
