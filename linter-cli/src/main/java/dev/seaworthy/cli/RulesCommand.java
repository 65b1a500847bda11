package dev.seaworthy.cli;

import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.lint.Profile;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.report.json.JsonWriter;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells which rules there are. */
@Command(
    name = "rules",
    description = "List the rules of lint, or explain one.",
    footer = {
      "",
      "Examples:",
      "  seaworthy rules",
      "  seaworthy rules --profile strict -o json",
      "  seaworthy rules explain image-tag-mutable"
    })
final class RulesCommand implements Callable<Integer> {

  private final Console console;

  @Mixin
  private HelpOption help = new HelpOption();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      converter = LintOptions.ProfileConverter.class,
      completionCandidates = LintOptions.ProfileConverter.Words.class,
      description = "Only those of this profile: ${COMPLETION-CANDIDATES}.")
  private @Nullable Profile profile;

  RulesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return list();
  }

  @Command(name = "list", description = "List the rules.")
  int list() {
    List<Rule> rules = RuleCatalog.load().all().stream()
        .filter(rule -> profile == null || profile.includes(rule))
        .toList();
    if (output.isJson()) {
      printJson(rules);
    } else {
      printText(rules);
    }
    return ExitStatus.OK;
  }

  @Command(
      name = "explain",
      description = "Explain a rule: why it is there, what to do, when to leave it alone.")
  int explain(@Parameters(paramLabel = "RULE") String id) {
    RuleCatalog catalog = RuleCatalog.load();
    Rule rule = catalog.find(id).orElseThrow(() -> {
      List<String> ids = catalog.all().stream().map(Rule::id).toList();
      String near =
          NearestName.to(id, ids).map(name -> "; did you mean " + name + "?").orElse("");
      return new CommandFailure("there is no rule '" + id + "'" + near);
    });
    console.out().print(RulePage.of(rule, catalog));
    return ExitStatus.OK;
  }

  private void printText(List<Rule> rules) {
    int widest = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    for (Rule rule : rules) {
      console
          .out()
          .println(rule.id() + " ".repeat(widest - rule.id().length()) + "  "
              + rule.severity().word() + " ".repeat(9 - rule.severity().word().length())
              + rule.title());
    }
    console
        .out()
        .println("\n" + rules.size() + " rules; seaworthy rules explain RULE tells more of one.");
  }

  private void printJson(List<Rule> rules) {
    JsonWriter json = new JsonWriter(console.out()).beginObject().name("rules").beginArray();
    for (Rule rule : rules) {
      json.newLine()
          .beginObject()
          .field("id", rule.id())
          .field("title", rule.title())
          .field("severity", rule.severity().word())
          .field("category", rule.category())
          .name("profiles")
          .beginArray();
      new TreeSet<>(rule.profiles()).forEach(json::value);
      json.endArray().field("since", rule.since()).endObject();
    }
    json.endArray().endObject().finish();
  }
}
