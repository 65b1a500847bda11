package dev.seaworthy.cli;

import dev.seaworthy.Input;
import dev.seaworthy.UnreadableInput;
import dev.seaworthy.report.RelationsReport;
import dev.seaworthy.report.relations.RelationsFormat;
import dev.seaworthy.report.relations.RelationsFormats;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Shows what the objects of an input have to do with each other. */
final class GraphCommand implements Callable<Integer> {

  private final Console console;
  private final InputOptions input = new InputOptions();
  private String format = "text";

  GraphCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command(
        "graph",
        this,
        "Show what objects have to do with each other: who selects, names and makes whom, and what"
            + " is named and not there.");
    Options.examples(
        spec,
        "seaworthy graph k8s/",
        "seaworthy graph -o mermaid k8s/ > docs/relations.mmd",
        "seaworthy graph -o dot k8s/ | dot -Tsvg > relations.svg");
    input.addTo(spec);
    spec.addOption(Options.value("FORMAT", String.class, given -> format = given, "-o", "--output")
        .completionCandidates(RelationsFormats.names())
        .description("${COMPLETION-CANDIDATES}; default: text.")
        .build());
    return spec;
  }

  @Override
  public Integer call() throws UnreadableInput {
    RelationsFormat chosen = RelationsFormats.find(format)
        .orElseThrow(() -> new CommandFailure("there is no format '" + format + "'; there are "
            + String.join(", ", RelationsFormats.names())));
    input.configure(console);
    Input found = input.findAll(console);
    RelationsReport relations = InputOptions.seaworthy(input.settings()).relations(found);
    if (relations.objects().isEmpty() && relations.problems().isEmpty()) {
      throw new CommandFailure("there is no object in " + String.join(", ", input.paths())
          + "; seaworthy lint tells what is there instead");
    }
    chosen.write(relations, console.out());
    Failures.tell(relations.problems(), console);
    return relations.problems().isEmpty() ? ExitStatus.OK : ExitStatus.FAILURE;
  }
}
