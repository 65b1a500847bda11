package dev.seaworthy.cli;

import dev.seaworthy.Seaworthy;
import dev.seaworthy.judge.UnreadableInput;
import dev.seaworthy.judge.UpdateAs;
import dev.seaworthy.project.InputDiscovery;
import dev.seaworthy.project.InputDiscovery.Found;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "validate",
    description = "Say what a Kubernetes API server would answer to each object.",
    footer = {
      "",
      "Examples:",
      "  seaworthy validate --kubernetes 1.34 k8s/",
      "  seaworthy validate --previous main/k8s k8s     may the cluster be changed so?",
      "  seaworthy validate --show-result -o json web.yaml | jq '.objects[].result'"
    })
final class ValidateCommand implements Callable<Integer> {

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
      names = "--previous",
      paramLabel = "PATH",
      description = "Objects as they were applied last; one found there is judged as an update.")
  private @Nullable String previous;

  @Option(
      names = "--update-as",
      paramLabel = "HOW",
      description =
          "${COMPLETION-CANDIDATES}: how an update is sent, as by kubectl; default: apply.")
  private UpdateAs updateAs = UpdateAs.APPLY;

  @Option(names = "--show-result", description = "Show each object as the server would store it.")
  private boolean showResult;

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws UnreadableInput {
    Seaworthy seaworthy = input.seaworthy();
    if (previous != null) {
      seaworthy =
          seaworthy.withPrevious(InputDiscovery.find(List.of(previous), console.in()), updateAs);
    }
    Found found = input.find(console);
    Progress progress = new Progress(console, found.sources().size());
    VerdictOutput printed = output.isJson()
        ? new JsonVerdictOutput(console, input.release(), showResult)
        : new TextVerdictOutput(
            console, input.release(), output.palette(console), showResult, progress);
    seaworthy.validate(found, file -> {
      progress.step();
      printed.file(file);
    });
    return failure.status(printed.end(), Optional.empty());
  }
}
