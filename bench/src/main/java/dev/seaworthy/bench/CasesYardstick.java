package dev.seaworthy.bench;

import dev.seaworthy.api.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code cases}: one change of a base manifest each, and the verdict on it. Cases whose answer
 * hangs on the recording cluster are set apart.
 */
final class CasesYardstick implements Yardstick {

  @Override
  public String folder() {
    return "cases";
  }

  @Override
  public void play(Path corpus, Consumer<Outcome> report) throws IOException {
    List<RecordedCase> cases = RecordedCase.readFolder(corpus.resolve("cases"));
    CaseJudge judge = new CaseJudge(new Bases(corpus), Release.NEWEST);
    cases.stream()
        .parallel()
        .filter(recorded -> !recorded.cluster())
        .forEach(recorded -> report.accept(outcome(recorded, judge)));
  }

  private static Outcome outcome(RecordedCase recorded, CaseJudge judge) {
    Answer expected = Answer.of(recorded.expect());
    try {
      return compare(recorded, expected, Answer.of(judge.judge(recorded)));
    } catch (RuntimeException crash) {
      return new Outcome(
          recorded.id(), recorded.kind(), Map.of("verdict", false), "crashed: " + crash);
    }
  }

  static Outcome compare(RecordedCase recorded, Answer expected, Answer actual) {
    return new Outcome(
        recorded.id(),
        recorded.kind(),
        expected.measures(actual),
        "%s%nexpected %s%nactual   %s".formatted(recorded.patch().toJson(), expected, actual));
  }
}
