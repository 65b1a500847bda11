package dev.seaworthy.bench;

import dev.seaworthy.api.Release;
import dev.seaworthy.conformance.Answer;
import dev.seaworthy.conformance.CaseJudge;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.conformance.RecordedCase;
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
  public void play(Corpus corpus, Consumer<Outcome> report) {
    CaseJudge judge = new CaseJudge(corpus, Release.NEWEST);
    corpus.cases().stream()
        .parallel()
        .filter(recorded -> !hangsOnCluster(recorded))
        .forEach(recorded ->
            report.accept(outcome(recorded, recorded.kind(), Answer.of(recorded.expect()), judge)));
  }

  /** Policies and webhooks are marked as such by their group's name; nothing of a cluster is in them. */
  private static boolean hangsOnCluster(RecordedCase recorded) {
    return recorded.cluster() && !recorded.kind().startsWith("admissionregistration.k8s.io");
  }

  /** Compares our answer to a case with {@code expected}. */
  static Outcome outcome(RecordedCase recorded, String group, Answer expected, CaseJudge judge) {
    Answer actual = answer(recorded, judge);
    return Outcome.of(
        recorded.id(),
        group,
        expected.measures(actual),
        "%s%nexpected %s%nactual   %s".formatted(recorded.patch().toJson(), expected, actual));
  }

  private static Answer answer(RecordedCase recorded, CaseJudge judge) {
    try {
      return Answer.of(judge.judge(recorded));
    } catch (RuntimeException crash) {
      return Answer.ofCrash(crash);
    }
  }
}
