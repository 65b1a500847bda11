package dev.seaworthy.bench;

import dev.seaworthy.api.Release;
import dev.seaworthy.conformance.Answer;
import dev.seaworthy.conformance.CaseJudge;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.conformance.RecordedCase;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** {@code releases}: cases to which an older release answers, and often answers otherwise. */
final class ReleasesYardstick implements Yardstick {

  @Override
  public String folder() {
    return "releases";
  }

  @Override
  public void play(Corpus corpus, Consumer<Outcome> report) {
    Map<String, RecordedCase> cases = corpus.cases().stream()
        .filter(recorded -> !recorded.cluster())
        .collect(Collectors.toMap(RecordedCase::id, Function.identity()));
    for (String release : corpus.stems("releases", ".jsonl")) {
      CaseJudge judge = new CaseJudge(corpus, Release.parse(release).orElseThrow());
      corpus.lines("releases/" + release + ".jsonl").parallel().forEach(line -> {
        RecordedCase recorded = cases.get(line.get("id").text());
        if (recorded != null) {
          report.accept(
              CasesYardstick.outcome(recorded, release, Answer.of(line.get("expect")), judge));
        }
      });
    }
  }
}
