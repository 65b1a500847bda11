package dev.seaworthy.cli;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.Settings;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.report.Question;
import dev.seaworthy.report.ReportContext;
import dev.seaworthy.report.Tally;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

final class ValidateCommand implements Callable<Integer> {

  private final Console console;

  private final InputOptions input = new InputOptions();
  private final ClusterOptions cluster = new ClusterOptions();
  private final OutputOptions output = new OutputOptions();
  private final FailureOptions failure = new FailureOptions();
  private final UpdateOptions updates = new UpdateOptions();
  private boolean showResult;

  ValidateCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command(
        "validate", this, "Say what a Kubernetes API server would answer to each object.");
    Options.examples(
        spec,
        "seaworthy validate --kubernetes 1.34 k8s/",
        "seaworthy validate --against main k8s/     may the cluster be changed so?",
        "seaworthy validate -o yaml web.yaml | diff web.yaml -",
        "seaworthy validate --show-result -o json web.yaml | jq '.objects[].result'");
    input.addTo(spec);
    cluster.addTo(spec);
    output.addTo(spec, Question.VALIDATE);
    failure.addTo(spec);
    updates.addTo(spec);
    spec.addOption(Options.flag(
        "--show-result",
        "Show each object as the server would store it, as YAML; -o json shows it as JSON, -o yaml"
            + " nothing else.",
        given -> showResult = given));
    return spec;
  }

  /** This command over {@code paths}, with none of its options. */
  ValidateCommand over(List<String> paths) {
    input.read(paths);
    return this;
  }

  @Override
  public Integer call() throws UnreadableInput {
    input.configure(console);
    failure.heed(input.project());
    Settings usual = output.settings(cluster.settings(input.settings()));
    Settings settings = showResult || output.wants("yaml") ? usual.withResults() : usual;
    Seaworthy seaworthy = updates.compare(InputOptions.seaworthy(settings), input.paths(), console);
    Input found = input.find(console);
    ReportContext context = input
        .context(OutputOptions.context(Question.VALIDATE, settings.kubernetes()))
        .withFailOn(Optional.of(failure.threshold()));
    Progress progress = new Progress(console, found.size());
    try (Outputs outputs = output.open(input, console, progress, context)) {
      seaworthy.validate(found, file -> {
        progress.step();
        outputs.file(file);
      });
      Tally tally = outputs.end();
      return NothingJudged.status(failure.status(tally), tally, input.paths(), "validate", console);
    }
  }
}
