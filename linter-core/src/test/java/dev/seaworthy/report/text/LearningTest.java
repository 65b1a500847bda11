package dev.seaworthy.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.Input;
import dev.seaworthy.Seaworthy;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.conformance.RecordedCase;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.explain.Explanation;
import dev.seaworthy.lint.RuleCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whether the commands that messages name tell what they promise. */
class LearningTest {

  private static final int SHARE = 12;

  private final Corpus corpus = new Corpus(Corpus.OF_THIS_MODULE);
  private final Explanation explanation = new Explanation(BuiltInCatalog.of(Release.NEWEST));
  private final Seaworthy seaworthy = Seaworthy.usual();

  @Test
  void everyCommandThatARefusalNamesTellsOfTheFieldOrOfItsNeighbours() {
    Set<String> commands = new TreeSet<>();
    for (RecordedCase recorded : someCases()) {
      String text = corpus.bases().changed(recorded).toJson();
      diagnosticsOf(text).forEach(one -> Learning.about(one).ifPresent(commands::add));
    }
    List<String> deadEnds = commands.stream().filter(this::tellsNothing).toList();

    assertThat(commands).hasSizeGreaterThan(500);
    assertThat(deadEnds).isEmpty();
  }

  @Test
  void everyCommandThatARuleNamesShowsItsPage() {
    RuleCatalog rules = RuleCatalog.load();

    assertThat(rules.all()).allSatisfy(rule -> {
      Diagnostic finding = Diagnostic.of(rule.id(), Severity.INFO, "", Location.ofFile("x"));
      String command = Learning.about(finding).orElseThrow();
      assertThat(rules.find(command.substring("seaworthy rules explain ".length())))
          .contains(rule);
    });
  }

  private List<RecordedCase> someCases() {
    List<RecordedCase> creations =
        corpus.cases().stream().filter(recorded -> !recorded.update()).toList();
    return IntStream.range(0, creations.size() / SHARE)
        .mapToObj(i -> creations.get(i * SHARE))
        .toList();
  }

  private List<Diagnostic> diagnosticsOf(String text) {
    List<Diagnostic> all = new ArrayList<>();
    seaworthy
        .validate(Input.text("case.yaml", text))
        .forEach(file -> all.addAll(file.diagnostics()));
    return all;
  }

  private boolean tellsNothing(String command) {
    String path = command.substring("seaworthy explain ".length());
    Explanation.Answer answer = explanation.of(path);
    return answer.text().isEmpty()
        || !answer.found() && !answer.problem().startsWith("there is no field");
  }
}
