package dev.seaworthy.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.Release;
import dev.seaworthy.conformance.Answer;
import dev.seaworthy.conformance.CaseJudge;
import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.conformance.RecordedCase;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The kinds whose every recorded case agrees, in every respect. How far the others agree is held by
 * the thresholds of {@code bench}.
 */
class ConformanceCasesTest {

  private static final Corpus CORPUS = new Corpus(Corpus.OF_THIS_MODULE);
  private static final CaseJudge JUDGE = new CaseJudge(CORPUS, Release.NEWEST);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apps_v1_Deployment",
        "apps_v1_ReplicaSet",
        "core_v1_ConfigMap",
        "core_v1_PersistentVolume",
        "core_v1_PersistentVolumeClaim",
        "core_v1_Pod",
        "core_v1_PodTemplate",
        "core_v1_Secret",
        "core_v1_Service"
      })
  void answersAsTheServerDid(String kind) {
    List<String> disagreements = CORPUS.cases(kind).stream()
        .filter(recorded -> !recorded.cluster())
        .filter(recorded -> !agrees(recorded))
        .map(RecordedCase::id)
        .toList();

    assertThat(disagreements).isEmpty();
  }

  private static boolean agrees(RecordedCase recorded) {
    return Answer.of(recorded.expect()).equals(Answer.of(JUDGE.judge(recorded)));
  }
}
