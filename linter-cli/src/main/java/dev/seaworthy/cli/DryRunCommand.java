package dev.seaworthy.cli;

import dev.seaworthy.Seaworthy;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.judge.VerdictDiagnostics;
import dev.seaworthy.report.Tally;
import dev.seaworthy.report.json.OutcomeJson;
import dev.seaworthy.report.text.TextReport;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.outcome.Outcome;
import dev.seaworthy.simulate.outcome.PodTable;
import dev.seaworthy.simulate.scenario.ScenarioPlayer.Played;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a cluster would do with manifests. */
@Command(
    name = "dry-run",
    description =
        "Apply the objects to an embedded cluster in virtual time, and show what happens.",
    footer = {
      "",
      "Examples:",
      "  seaworthy dry-run k8s/",
      "  seaworthy dry-run --nodes 1 -o json k8s/ | jq .timeline",
      "  seaworthy dry-run --scenario examples/scenarios/node-failure"
    })
final class DryRunCommand implements Callable<Integer> {

  private static final int USUAL_NODES = 3;

  private final Console console;

  @Mixin
  private HelpOption help = new HelpOption();

  @Mixin
  private InputOptions input = new InputOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Mixin
  private FailureOptions failure = new FailureOptions();

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description = "How many nodes the cluster has; default: 3.")
  private int nodes = USUAL_NODES;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "What decides where a real cluster leaves things to chance; default: 0, no chance.")
  private long seed;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description = "A story to play in place of applying files.")
  private @Nullable Path scenario;

  DryRunCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Seaworthy seaworthy = input.seaworthy();
    return scenario == null ? apply(seaworthy) : play(seaworthy.play(scenario, new Seed(seed)));
  }

  private int apply(Seaworthy seaworthy) {
    Tally tally = new Tally();
    List<Diagnostic> errors = new ArrayList<>();
    Map<String, SourceText> sources = new HashMap<>();
    Outcome outcome = seaworthy.dryRun(input.find(console), nodes, new Seed(seed), file -> {
      tally.add(file);
      sources.put(file.file(), file.source());
      errors.addAll(VerdictDiagnostics.of(file));
    });
    if (output.isJson()) {
      OutcomeJson.write(console.out(), seaworthy.release().toString(), outcome, errors);
    } else {
      print(errors, sources);
      print(outcome, sources);
    }
    tally.add(errors);
    tally.add(outcome.problems());
    return failure.status(tally, Optional.empty());
  }

  private int play(Played played) {
    TextReport text = new TextReport(output.palette(console));
    played.problems().forEach(problem -> console.err().println(text.headline(problem)));
    if (played.answer().isEmpty()) {
      return ExitStatus.FAILURE;
    }
    if (output.isJson()) {
      console.out().println(played.answer().get().toJson());
    } else {
      print(played.outcome(), played.sources());
    }
    Tally tally = new Tally();
    tally.add(played.outcome().problems());
    return failure.status(tally, Optional.empty());
  }

  private void print(Outcome outcome, Map<String, SourceText> sources) {
    console.out().println(outcome.timeline().text());
    console.out().println(PodTable.of(outcome.pods()));
    print(outcome.problems(), sources);
  }

  private void print(List<Diagnostic> diagnostics, Map<String, SourceText> sources) {
    TextReport text = new TextReport(output.palette(console));
    for (Diagnostic diagnostic : diagnostics) {
      String file = diagnostic.place().file();
      SourceText source = sources.getOrDefault(file, new SourceText(file, new byte[0]));
      console.out().print(text.write(diagnostic, source));
    }
  }
}
