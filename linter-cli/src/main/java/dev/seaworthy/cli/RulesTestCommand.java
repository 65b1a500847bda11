package dev.seaworthy.cli;

import dev.seaworthy.UnreadableInput;
import dev.seaworthy.lint.source.OwnRules;
import dev.seaworthy.lint.source.RuleTrial;
import dev.seaworthy.manifest.FileProblem;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Tries rules of one's own with their examples. */
final class RulesTestCommand implements Callable<Integer> {

  private final Console console;
  private String folder = "";

  RulesTestCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command(
        "test",
        this,
        "Try rules of your own: in good they must find nothing, in bad exactly what is marked.");
    Options.examples(
        spec, "seaworthy rules test lint-rules", "seaworthy rules test ../shared/lint-rules");
    return spec.addPositional(Options.argument("DIR", String.class, given -> folder = given)
        .arity("1")
        .description("The folder of the rules; each rule is a folder in it.")
        .build());
  }

  @Override
  public Integer call() throws UnreadableInput {
    OwnRules rules = OwnRules.in(console.folder().resolve(folder), folder);
    if (!rules.problems().isEmpty()) {
      throw new UnreadableInput(rules.problems());
    }
    List<RuleTrial> trials = trials(rules);
    trials.forEach(this::print);
    long failed = trials.stream().filter(trial -> !trial.objections().isEmpty()).count();
    int examples = trials.stream().mapToInt(RuleTrial::examples).sum();
    console
        .out()
        .println(sum(trials.size(), "rule") + ", " + sum(examples, "example") + ": "
            + (failed == 0 ? "all as they should be." : failed + " not as they should be."));
    return failed == 0 ? ExitStatus.OK : ExitStatus.FINDINGS;
  }

  private List<RuleTrial> trials(OwnRules rules) {
    try {
      return RuleTrial.of(rules);
    } catch (IOException unreadable) {
      throw new CommandFailure("an example cannot be read: " + FileProblem.named(unreadable));
    }
  }

  private void print(RuleTrial trial) {
    for (String objection : trial.objections()) {
      console.out().println(trial.rule() + "/" + objection);
    }
  }

  private static String sum(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
