package dev.seaworthy.cli;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.report.Question;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.simulate.ClusterSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Shows what a cluster would do with manifests. */
final class DryRunCommand implements Callable<Integer> {

  private static final int USUAL_NODES = 3;

  /** Twice what Kubernetes itself is tested with. */
  private static final int MOST_NODES = 10_000;

  /** As many as Kubernetes itself is tested with, and more. */
  private static final int MOST_PODS = 1_000_000;

  private final Console console;

  private final InputOptions input = new InputOptions();
  private final OutputOptions output = new OutputOptions();
  private final FailureOptions failure = new FailureOptions();
  private final ScenarioOptions scenarios = new ScenarioOptions();
  private int nodes = USUAL_NODES;
  private int maxPods = ClusterSettings.USUAL_POD_LIMIT;
  private long seed;
  private Assumed assumed = Assumed.EXISTING;

  /** What to think of objects that are named and not in the input. */
  private enum Assumed {
    EXISTING,
    NOTHING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  DryRunCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command(
        "dry-run",
        this,
        "Apply the objects to an embedded cluster in virtual time, and show what happens.");
    Options.examples(
        spec,
        "seaworthy dry-run k8s/",
        "seaworthy dry-run --nodes 1 -o json k8s/ | jq .timeline",
        "seaworthy dry-run --scenario examples/scenarios/node-failure",
        "seaworthy dry-run --scenarios examples/scenarios -o text -o junit=scenarios.xml");
    input.addTo(spec);
    output.addTo(spec);
    failure.addTo(spec);
    spec.addOption(WholeNumber.option(0, MOST_NODES, given -> nodes = given, "--nodes")
        .description("How many nodes the cluster has; default: 3.")
        .build());
    spec.addOption(WholeNumber.option(1, MOST_PODS, given -> maxPods = given, "--max-pods")
        .description("How many pods to play at most; others are counted; default: "
            + ClusterSettings.USUAL_POD_LIMIT + ".")
        .build());
    spec.addOption(Options.value("N", long.class, given -> seed = given, "--seed")
        .description(
            "What decides where a real cluster leaves things to chance; default: 0, no chance.")
        .build());
    spec.addOption(Options.value("WHAT", Assumed.class, given -> assumed = given, "--assume")
        .description(
            "${COMPLETION-CANDIDATES}: whether ConfigMaps, Secrets and the like that objects name"
                + " and",
            "the input lacks are there; existing ones are listed, and missing all the same where"
                + " the",
            "input has others of their kind in that namespace, or nearly their name; default:"
                + " existing.")
        .build());
    scenarios.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() throws IOException, UnreadableInput {
    input.configure(console);
    failure.heed(input.project());
    scenarios.requireOne();
    Settings settings = settings();
    Seaworthy seaworthy = InputOptions.seaworthy(settings);
    if (!scenarios.tests().isEmpty()) {
      return test(seaworthy, context(Question.SCENARIOS, settings));
    }
    ReportContext context = context(Question.DRY_RUN, settings);
    return scenarios.scenario().isPresent()
        ? play(seaworthy, scenarios.scenario().get(), context)
        : apply(seaworthy, context);
  }

  private ReportContext context(Question question, Settings settings) {
    return input
        .context(OutputOptions.context(question, settings.kubernetes()))
        .withFailOn(Optional.of(failure.threshold()));
  }

  private Settings settings() {
    Settings settings = input.settings().withNodes(nodes).withPodLimit(maxPods).withSeed(seed);
    settings = assumed == Assumed.NOTHING ? settings.assumingNothing() : settings;
    return scenarios.heed(settings, output);
  }

  private int apply(Seaworthy seaworthy, ReportContext context) {
    Input found = input.find(console);
    try (Outputs outputs =
        output.open(input, console, new Progress(console, found.size()), context)) {
      outputs.simulated(seaworthy.dryRun(found, outputs::file));
      return failure.status(outputs.end());
    }
  }

  private int test(Seaworthy seaworthy, ReportContext context) throws IOException {
    input.refusePaths("scenarios name the files that they apply, and no others are read");
    try (Outputs outputs = output.open(input, console, new Progress(console, 1), context)) {
      if (seaworthy.playAll(scenarios.tests(), outputs::played) == 0) {
        throw new CommandFailure(
            "there is no scenario: files that are called scenario.yaml or NAME.scenario.yaml are");
      }
      return failure.status(outputs.end());
    }
  }

  private int play(Seaworthy seaworthy, Path story, ReportContext context)
      throws IOException, UnreadableInput {
    input.refusePaths("the scenario names the files that it applies, and no others are read");
    try (Outputs outputs = output.open(input, console, new Progress(console, 1), context)) {
      outputs.simulated(seaworthy.play(story));
      return failure.status(outputs.end());
    }
  }
}
