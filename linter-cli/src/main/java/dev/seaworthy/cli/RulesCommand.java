package dev.seaworthy.cli;

import dev.seaworthy.UnreadableInput;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.lint.RuleProfile;
import dev.seaworthy.lint.source.OwnRules;
import dev.seaworthy.lint.source.RuleFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Tells which rules there are. */
final class RulesCommand implements Callable<Integer> {

  private final Console console;
  private RuleListing output = RuleListing.text;
  private @Nullable RuleProfile profile;

  RulesCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = listing("rules", this, "List the rules of lint, or explain one.");
    Options.examples(
        spec,
        "seaworthy rules",
        "seaworthy rules --profile strict -o json",
        "seaworthy rules explain image-tag-mutable");
    RulesCommand list = new RulesCommand(console);
    CommandSpec listing = list.listing("list", list, "List the rules.");
    Options.examples(
        listing, "seaworthy rules list", "seaworthy rules list --profile security -o json");
    spec.addSubcommand("list", listing);
    spec.addSubcommand("test", new RulesTestCommand(console).spec());
    return spec.addSubcommand("explain", new Explain(console).spec());
  }

  private CommandSpec listing(String name, RulesCommand command, String description) {
    CommandSpec spec = Options.command(name, command, description);
    spec.addOption(Options.value(
            "FORMAT", RuleListing.class, given -> command.output = given, "-o", "--output")
        .description("${COMPLETION-CANDIDATES}; default: text.")
        .build());
    return spec.addOption(LintOptions.profileOption(
        given -> command.profile = given, "Only those of this profile: ${COMPLETION-CANDIDATES}."));
  }

  @Override
  public Integer call() {
    List<Rule> rules = RuleCatalog.load().all().stream()
        .filter(rule -> profile == null || profile.includes(rule))
        .toList();
    output.print(rules, console.out(), console.width());
    return ExitStatus.OK;
  }

  /** Tells all about one rule. */
  private static final class Explain implements Callable<Integer> {

    private final Console console;
    private String id = "";
    private List<String> ruleFolders = List.of();

    Explain(Console console) {
      this.console = console;
    }

    CommandSpec spec() {
      CommandSpec spec = Options.command(
          "explain", this, "Explain a rule: why it is there, what to do, when to leave it alone.");
      Options.examples(
          spec,
          "seaworthy rules explain image-tag-mutable",
          "seaworthy rules explain --rules lint-rules team-label      one of your own");
      spec.addOption(LintOptions.ruleFolders(given -> ruleFolders = given));
      return spec.addPositional(Options.argument("RULE", String.class, given -> id = given)
          .arity("1")
          .completionCandidates(new RuleNames())
          .description("The name of a rule.")
          .build());
    }

    @Override
    public Integer call() throws UnreadableInput {
      RuleCatalog catalog = RuleCatalog.load();
      List<RuleFolder> own = own();
      String page = own.stream()
          .filter(folder -> folder.rule().filter(rule -> rule.id().equals(id)).isPresent())
          .findFirst()
          .map(folder -> RulePage.of(
              folder.rule().orElseThrow(), folder.documentation().text(), console.width()))
          .or(() -> catalog.find(id).map(rule -> RulePage.of(rule, catalog, console.width())))
          .orElseThrow(() -> unknown(catalog, own));
      console.out().print(page);
      return ExitStatus.OK;
    }

    private List<RuleFolder> own() throws UnreadableInput {
      List<RuleFolder> all = new ArrayList<>();
      for (String folder : ruleFolders) {
        OwnRules rules = OwnRules.in(console.folder().resolve(folder), folder);
        if (!rules.problems().isEmpty()) {
          throw new UnreadableInput(rules.problems());
        }
        all.addAll(rules.folders());
      }
      return all;
    }

    private CommandFailure unknown(RuleCatalog catalog, List<RuleFolder> own) {
      if (id.isBlank()) {
        return new CommandFailure("the rule is missing: name one, as seaworthy rules explain"
            + " image-tag-mutable; seaworthy rules list tells all");
      }
      List<String> ids = Stream.concat(
              catalog.all().stream(), own.stream().flatMap(folder -> folder.rule().stream()))
          .map(Rule::id)
          .toList();
      String near = NearestName.to(id, ids)
          .map(name -> "; did you mean " + name + "?")
          .orElse("; seaworthy rules tells which there are");
      return new CommandFailure("there is no rule '" + id + "'" + near);
    }
  }
}
