package dev.seaworthy.cli;

import dev.seaworthy.Seaworthy;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.judge.VerdictDiagnostics;
import dev.seaworthy.report.Tally;
import dev.seaworthy.report.json.ProblemsJson;
import dev.seaworthy.report.text.TextReport;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.scenario.DryRun;
import dev.seaworthy.simulate.scenario.ScenarioPlayer.Played;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    TextReport text = new TextReport(output.palette(console));
    Tally tally = new Tally();
    List<Diagnostic> problems = new ArrayList<>();
    DryRun.Result result = seaworthy.dryRun(input.find(console), nodes, new Seed(seed), file -> {
      tally.add(file);
      for (Diagnostic diagnostic : VerdictDiagnostics.of(file)) {
        problems.add(diagnostic);
        if (!output.isJson()) {
          console.out().print(text.write(diagnostic, file.source()));
        }
      }
    });
    tally.add(problems);
    if (output.isJson()) {
      console.out().println(ProblemsJson.addTo(result.json(), problems));
    } else {
      printText(result);
    }
    int status = failure.status(tally, Optional.empty());
    return status == ExitStatus.OK && !result.isFine() ? ExitStatus.FINDINGS : status;
  }

  private void printText(DryRun.Result result) {
    console.out().println(result.timeline().text());
    console.out().print(result.pods());
    for (List<String> lines : List.of(result.waiting(), result.refusals(), result.notes())) {
      if (!lines.isEmpty()) {
        console.out().println();
      }
      lines.forEach(console.out()::println);
    }
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
      console.out().println(played.timeline().text());
      console.out().print(played.pods());
    }
    return ExitStatus.OK;
  }
}
