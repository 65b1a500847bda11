package dev.seaworthy.cli;

import dev.seaworthy.DryRunOptions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Who is to be reached at the end of a dry-run, and from where. */
final class ReachOptions {

  private List<String> targets = List.of();
  private @Nullable String from;

  void addTo(CommandSpec spec) {
    spec.addOption(Options.values("TARGET", given -> targets = given, "--reach")
        .description(
            "Tell which pod answers, or why nobody does: deploy/web:8080 or svc/web:http as"
                + " kubectl port-forward, web.shop.svc:80 by name, http://shop.example.com/cart by"
                + " an Ingress. May be given several times.")
        .build());
    spec.addOption(Options.value("KIND/NAME", String.class, given -> from = given, "--from")
        .description("The pod that asks, or a workload of which one does, so that NetworkPolicies"
            + " count; default: a person outside.")
        .build());
  }

  DryRunOptions in(DryRunOptions options) {
    if (from != null && targets.isEmpty()) {
      throw new CommandFailure("--from says who asks: say by --reach whom");
    }
    DryRunOptions changed = options;
    for (String target : targets) {
      changed = changed.reaching(target, Optional.ofNullable(from));
    }
    return changed;
  }
}
