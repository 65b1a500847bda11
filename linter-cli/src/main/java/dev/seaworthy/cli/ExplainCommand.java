package dev.seaworthy.cli;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.explain.Explanation;
import dev.seaworthy.explain.Explanation.Answer;
import dev.seaworthy.judge.OwnKinds;
import dev.seaworthy.lint.Rule;
import dev.seaworthy.lint.RuleCatalog;
import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.report.text.VisibleLine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** Tells what a field is. */
final class ExplainCommand implements Callable<Integer> {

  private final Console console;

  private final RemoteOptions remote = new RemoteOptions();
  private String subject = "";
  private Release release = Release.NEWEST;
  private List<String> crds = List.of();
  private List<String> schemaLocations = List.of();

  ExplainCommand(Console console) {
    this.console = console;
  }

  CommandSpec spec() {
    CommandSpec spec = Options.command(
        "explain",
        this,
        "Tell what a field of a kind is: its type, its default and what must hold of it.");
    Options.examples(
        spec,
        "seaworthy explain deployment.spec.strategy",
        "seaworthy explain --kubernetes 1.31 po.spec.containers.ports",
        "seaworthy explain --crds crds/ certificate.spec",
        "seaworthy explain image-tag-mutable            a rule of lint");
    spec.addPositional(Options.argument("FIELD", String.class, given -> subject = given)
        .arity("1")
        .description("A kind with a path of fields, or the name of a rule.")
        .build());
    spec.addOption(ReleaseConverter.option(
        given -> release = given,
        "The release to look in, such as 1.34; default: the newest known."));
    spec.addOption(Options.values("PATH", given -> crds = given, "--crds")
        .description("CustomResourceDefinitions whose kinds to explain: a file, a folder or a URL.")
        .build());
    spec.addOption(Options.values("FOLDER", given -> schemaLocations = given, "--schema-location")
        .description("A folder that 'schema import' wrote, whose kinds to explain.")
        .build());
    remote.addTo(spec);
    return spec;
  }

  @Override
  public Integer call() {
    if (subject.isBlank()) {
      throw new CommandFailure("what is to be explained is missing: name a field or a rule, as"
          + " seaworthy explain deployment.spec.strategy");
    }
    Answer answer = new Explanation(kinds()).of(subject);
    if (answer.found()) {
      show(answer);
      return ExitStatus.OK;
    }
    RuleCatalog rules = RuleCatalog.load();
    Optional<Rule> rule = rules.find(subject);
    if (rule.isEmpty()) {
      show(answer);
      throw new CommandFailure(answer.problem() + nearRule(rules));
    }
    console.out().print(RulePage.of(rule.get(), rules, console.width()));
    return ExitStatus.OK;
  }

  /** Names of rules have hyphens, those of kinds and fields have none. */
  private String nearRule(RuleCatalog rules) {
    return subject.contains("-")
        ? NearestName.to(subject, rules.all().stream().map(Rule::id).toList())
            .map(near -> "; did you mean the rule " + near + "?")
            .orElse("")
        : "";
  }

  /** A definition of a kind says what it likes. */
  private void show(Answer answer) {
    console.out().print(VisibleLine.safeLines(answer.text()));
  }

  private ApiCatalog kinds() {
    ApiCatalog builtIn = BuiltInCatalog.of(release);
    if (crds.isEmpty() && schemaLocations.isEmpty()) {
      return builtIn;
    }
    try {
      return OwnKinds.of(crds, schemaLocations, release, remote.files()).over(builtIn);
    } catch (IOException unusable) {
      throw new CommandFailure(FileProblem.named(unusable));
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure(String.valueOf(wrong.getMessage()));
    }
  }
}
