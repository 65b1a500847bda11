package dev.seaworthy.cli;

import dev.seaworthy.judge.LintResult;
import dev.seaworthy.lint.LintSettings;
import dev.seaworthy.project.InputDiscovery.Found;
import dev.seaworthy.report.Tally;
import dev.seaworthy.report.json.FindingsJson;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Everything there is to say about manifests. */
final class LintCommand implements Callable<Integer> {

  private final Console console;

  private final InputOptions input = new InputOptions();
  private final LintOptions lint = new LintOptions();
  private final OutputOptions output = new OutputOptions();
  private final FailureOptions failure = new FailureOptions();

  LintCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command(
        "lint",
        this,
        "Say everything there is to say about manifests: what an API server would refuse, and what it",
        "would accept although a careful reviewer would not.");
    Options.examples(
        spec,
        "seaworthy lint k8s/",
        "seaworthy lint --profile strict --fail-on warning k8s/",
        "helm template shop | seaworthy lint -",
        "",
        "seaworthy rules tells which rules there are; a comment such as",
        "  # seaworthy:ignore image-tag-mutable -- this is a sandbox",
        "on a line, or above it, keeps one quiet there.");
    input.addTo(spec);
    lint.addTo(spec);
    output.addTo(spec);
    failure.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() {
    Found found = input.find(console);
    LintSettings settings = lint.settings(input.release());
    Progress progress = new Progress(console, found.sources().size());
    LintResult result = input.seaworthy().lint(found, settings, file -> progress.step());
    progress.clear();
    return failure.status(print(result), Optional.empty());
  }

  private Tally print(LintResult result) {
    Tally tally = new Tally();
    result.files().forEach(tally::add);
    tally.add(result.findings());
    tally.add(result.problems());
    if (output.isJson()) {
      FindingsJson.write(console.out(), result.findings(), result.problems());
    } else {
      new FindingsText(console, output.palette(console)).print(result, tally, input.release());
    }
    return tally;
  }
}
