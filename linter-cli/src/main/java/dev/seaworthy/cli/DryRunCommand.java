package dev.seaworthy.cli;

import dev.seaworthy.DryRunOptions;
import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.diagnostic.UnknownWord;
import dev.seaworthy.report.Question;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.SimulationReport;
import dev.seaworthy.report.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Shows what a cluster would do with manifests. */
final class DryRunCommand implements Callable<Integer> {

  private final Console console;

  private final InputOptions input = new InputOptions();
  private final OutputOptions output = new OutputOptions();
  private final FailureOptions failure = new FailureOptions();
  private final PlayOptions play = new PlayOptions();
  private final WhatIfOptions whatIf = new WhatIfOptions();
  private final ShowOptions show = new ShowOptions();
  private final ChangeOptions change = new ChangeOptions();
  private final ReachOptions reach = new ReachOptions();
  private final ScenarioOptions scenarios = new ScenarioOptions();

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
        "seaworthy dry-run --fail-node node-2 --get pods,deploy k8s/",
        "seaworthy dry-run --image web:2=pull-fails --describe pod/web k8s/",
        "seaworthy dry-run --reach svc/web:80 --from deploy/client k8s/",
        "seaworthy dry-run --nodes cluster.yaml -o json k8s/ | jq .conclusion",
        "seaworthy dry-run --against origin/main -o markdown --html change.html k8s/",
        "seaworthy dry-run --seeds 1000 k8s/",
        "seaworthy dry-run --scenario examples/scenarios/node-failure",
        "seaworthy dry-run --scenarios examples/scenarios -o text -o junit=scenarios.xml");
    input.addTo(spec);
    output.addTo(spec, Question.DRY_RUN, Question.SCENARIOS);
    spec.addOption(
        Options.value("FILE", String.class, given -> output.add("html=" + given), "--html")
            .description(
                "Also a page for a browser: the rollout drawn over time, nodes with their pods,"
                    + " events; the same as -o html=FILE beside another -o.")
            .build());
    failure.addTo(spec);
    play.addTo(spec);
    whatIf.addTo(spec);
    show.addTo(spec);
    change.addTo(spec);
    reach.addTo(spec);
    scenarios.addTo(spec);
    return spec;
  }

  /** This command over {@code paths}, with none of its options. */
  DryRunCommand over(List<String> paths) {
    input.read(paths);
    return this;
  }

  @Override
  public Integer call() throws IOException, UnreadableInput {
    input.configure(console);
    failure.heed(input.project());
    scenarios.requireOne();
    Settings usual = output.settings(change.heed(play.in(input.settings()), scenarios));
    usual = output.wants("html") ? usual.drawingRuns() : usual;
    Settings settings = scenarios.heed(usual, output).withDryRun(options());
    return play.seeds() == 0 ? run(settings, Optional.empty()) : explore(settings);
  }

  /** Shows how far it is, and when somebody has seen enough, what was found until then. */
  private int explore(Settings settings) throws IOException, UnreadableInput {
    Progress bar = new Progress(console, play.seeds(), "orders of chance");
    try (Interruption interruption = Interruption.awaited()) {
      Settings exploring = settings.exploring(play.seeds(), played -> {
        bar.reach(played);
        return !interruption.isAsked();
      });
      int status = run(exploring, Optional.of(bar));
      if (!interruption.isAsked()) {
        return status;
      }
      if (!scenarios.tests().isEmpty()) {
        console.tell("seaworthy: stopped before all stories were played under all " + play.seeds()
            + " orders of chance");
      }
      return Interruption.STATUS;
    }
  }

  private int run(Settings settings, Optional<Progress> exploring)
      throws IOException, UnreadableInput {
    Seaworthy seaworthy = InputOptions.seaworthy(settings);
    if (!scenarios.tests().isEmpty()) {
      return test(seaworthy, context(Question.SCENARIOS, settings), exploring);
    }
    ReportContext context = context(Question.DRY_RUN, settings);
    try {
      return scenarios.scenario().isPresent()
          ? play(seaworthy, scenarios.scenario().get(), context, exploring)
          : apply(change.compare(seaworthy, input.paths(), console), context, exploring);
    } catch (UnknownWord unknown) {
      throw new CommandFailure(String.valueOf(unknown.getMessage()));
    }
  }

  private ReportContext context(Question question, Settings settings) {
    return input
        .context(OutputOptions.context(question, settings.kubernetes()))
        .withFailOn(Optional.of(failure.threshold()));
  }

  private DryRunOptions options() throws UnreadableInput {
    return reach.in(show.in(whatIf.in(play.in(DryRunOptions.usual()))));
  }

  private Outputs open(ReportContext context, Optional<Progress> exploring, int files) {
    Progress bar = exploring.orElseGet(() -> new Progress(console, files));
    Outputs outputs = output.open(input, console, bar, context);
    exploring.ifPresent(any -> outputs.keepWhenInterrupted());
    return outputs;
  }

  private int apply(Seaworthy seaworthy, ReportContext context, Optional<Progress> exploring)
      throws UnreadableInput {
    Input found = input.findAll(console);
    try (Outputs outputs = open(context, exploring, found.size())) {
      SimulationReport report = seaworthy.dryRun(found, outputs::file);
      outputs.simulated(report);
      Tally tally = outputs.end();
      int status = failure.status(tally);
      // What was there before may be all that there is: then all of it vanishes.
      if (change.isGiven()) {
        return status;
      }
      return report.isNothingApplied()
          ? NothingJudged.toldStatus(status, input.paths())
          : NothingJudged.status(status, tally, input.paths(), "dry-run", console);
    }
  }

  private int test(Seaworthy seaworthy, ReportContext context, Optional<Progress> exploring)
      throws IOException {
    input.refusePaths("scenarios name the files that they apply, and no others are read");
    try (Outputs outputs = open(context, exploring, 1)) {
      if (seaworthy.playAll(scenarios.tests(), outputs::played) == 0) {
        throw new CommandFailure(
            "there is no scenario: files that are called scenario.yaml or NAME.scenario.yaml are");
      }
      return failure.status(outputs.end());
    }
  }

  private int play(
      Seaworthy seaworthy, Path story, ReportContext context, Optional<Progress> exploring)
      throws IOException, UnreadableInput {
    input.refusePaths("the scenario names the files that it applies, and no others are read");
    if (whatIf.areGiven() || play.sayWhere()) {
      throw new CommandFailure("the scenario says what its cluster is and what happens to it;"
          + " leave out --nodes, --until, --fail-node, --drain, --crash and --image");
    }
    try (Outputs outputs = open(context, exploring, 1)) {
      outputs.simulated(seaworthy.play(story));
      return failure.status(outputs.end());
    }
  }
}
