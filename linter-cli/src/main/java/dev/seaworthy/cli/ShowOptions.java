package dev.seaworthy.cli;

import dev.seaworthy.DryRunOptions;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.api.selector.Requirement;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** What is shown of the cluster at the end of a dry-run. */
final class ShowOptions {

  private List<String> kinds = List.of();
  private List<String> described = List.of();
  private @Nullable String selector;
  private @Nullable String namespace;
  private boolean labels;
  private boolean everywhere;

  void addTo(CommandSpec spec) {
    spec.addOption(Options.values("KIND", given -> kinds = given, "--get")
        .description(
            "Show tables as kubectl get -o wide prints them: pods, deploy,rs or all; default: pods.")
        .build());
    spec.addOption(
        Options.value("LABELS", String.class, given -> selector = given, "-l", "--selector")
            .description("Show what has these labels, such as app=web,tier!=back.")
            .build());
    spec.addOption(Options.flag("--show-labels", "Show the labels, too.", given -> labels = given));
    spec.addOption(
        Options.value("NAME", String.class, given -> namespace = given, "-n", "--namespace")
            .description("Show what lies in this namespace; default: all.")
            .build());
    spec.addOption(Options.flag(
        "Show what lies in any namespace, which is what is shown without -n.",
        given -> everywhere = given,
        "-A",
        "--all-namespaces"));
    spec.addOption(Options.values("KIND/NAME", given -> described = given, "--describe")
        .description(
            "Show an object as kubectl describe prints it, with its events; the beginning of the"
                + " name will do. May be given several times.")
        .build());
  }

  DryRunOptions in(DryRunOptions options) {
    if (everywhere && namespace != null) {
      throw new CommandFailure(
          "--all-namespaces and --namespace contradict each other: leave one of them out");
    }
    DryRunOptions changed = options.listing(
        kinds.stream().flatMap(each -> Arrays.stream(each.split(","))).toList());
    changed = selector == null ? changed : changed.selecting(understood(selector));
    changed = labels ? changed.showingLabels() : changed;
    changed = namespace == null ? changed : changed.inNamespace(namespace);
    for (String target : described) {
      changed = changed.describing(target);
    }
    return changed;
  }

  private static String understood(String selector) {
    for (Requirement requirement : LabelSelector.parse(selector).requirements()) {
      if (requirement.operator() == Requirement.Operator.UNKNOWN) {
        throw new CommandFailure("-l '" + selector + "': '" + requirement.key()
            + "' is no condition on a label; conditions are such as app=web, tier!=back,"
            + " 'env in (a,b)', 'env notin (a,b)', app and !app");
      }
    }
    return selector;
  }
}
