package dev.seaworthy.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.BuiltInCatalog;
import dev.seaworthy.api.Release;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How far our verdicts agree with those that a real server gave to the corpus. */
class ConformanceCasesTest {

  private static final Corpus CORPUS = new Corpus(Path.of("src/test/resources/conformance"));
  private static final ApiCatalog CATALOG = BuiltInCatalog.of(Release.NEWEST);
  private static final ApiServer SERVER = ApiServer.of(CATALOG);

  @Test
  void acceptsWhatTheServerAccepts() {
    List<ConformanceCase> accepted =
        allCases().stream().filter(ConformanceCase::accepted).toList();

    long ours = accepted.stream().filter(one -> verdict(one).accepted()).count();

    assertThat(share(ours, accepted)).isGreaterThanOrEqualTo(0.995);
  }

  @Test
  void refusesBeforeValidationWhatTheServerRefusesSo() {
    List<ConformanceCase> undecodable =
        allCases().stream().filter(ConformanceCase::isUndecodable).toList();

    long agreed = undecodable.stream()
        .filter(
            one -> one.differences(verdict(one)).stream().noneMatch(d -> d.startsWith("decode")))
        .count();

    assertThat(share(agreed, undecodable)).isGreaterThanOrEqualTo(0.998);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apps_v1_Deployment",
        "apps_v1_ReplicaSet",
        "core_v1_Service",
        "core_v1_ConfigMap",
        "core_v1_Secret"
      })
  void agreesWithTheServerInEveryRespect(String kind) {
    List<ConformanceCase> cases = cases(kind);

    long agreed =
        cases.stream().filter(one -> one.differences(verdict(one)).isEmpty()).count();

    assertThat(share(agreed, cases)).isGreaterThanOrEqualTo(0.995);
  }

  private static List<ConformanceCase> allCases() {
    return CORPUS.kinds().stream().flatMap(kind -> cases(kind).stream()).toList();
  }

  /** What hangs on the recording cluster is set apart. */
  private static List<ConformanceCase> cases(String kind) {
    return CORPUS.cases(kind).stream().filter(one -> !one.hangsOnCluster()).toList();
  }

  private static Verdict verdict(ConformanceCase one) {
    return CORPUS.judge(one, SERVER, CATALOG);
  }

  private static double share(long part, List<ConformanceCase> all) {
    return (double) part / all.size();
  }
}
