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
import picocli.CommandLine.Model.CommandSpec;

/** Shows what a cluster would do with manifests. */
final class DryRunCommand implements Callable<Integer> {

  private static final int USUAL_NODES = 3;

  private final Console console;

  private final InputOptions input = new InputOptions();
  private final OutputOptions output = new OutputOptions();
  private final FailureOptions failure = new FailureOptions();
  private int nodes = USUAL_NODES;
  private long seed;
  private @Nullable Path scenario;

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
        "seaworthy dry-run --scenario examples/scenarios/node-failure");
    input.addTo(spec);
    output.addTo(spec);
    failure.addTo(spec);
    spec.addOption(Options.value("N", int.class, given -> nodes = given, "--nodes")
        .description("How many nodes the cluster has; default: 3.")
        .build());
    spec.addOption(Options.value("N", long.class, given -> seed = given, "--seed")
        .description(
            "What decides where a real cluster leaves things to chance; default: 0, no chance.")
        .build());
    spec.addOption(Options.value("FILE", Path.class, given -> scenario = given, "--scenario")
        .description("A story to play in place of applying files.")
        .build());
    return spec;
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
