package dev.seaworthy.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.BuiltInCatalog;
import dev.seaworthy.api.Release;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pods, plain templates, volumes and claims as a real server answered them. Each recorded case
 * agrees, so each must.
 */
class PodConformanceTest {

  private static final Path CORPUS = Path.of("src/test/resources/conformance");

  private final ApiCatalog catalog = BuiltInCatalog.of(Release.NEWEST);
  private final ApiServer server = ApiServer.of(catalog);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "core_v1_Pod",
        "core_v1_PodTemplate",
        "core_v1_PersistentVolume",
        "core_v1_PersistentVolumeClaim"
      })
  void answersAsTheServerDid(String kind) {
    Corpus corpus = new Corpus(CORPUS);

    List<String> disagreements = corpus.cases(kind).stream()
        .filter(one -> !one.hangsOnCluster())
        .filter(one -> !one.differences(corpus.judge(one, server, catalog)).isEmpty())
        .map(ConformanceCase::id)
        .toList();

    assertThat(disagreements).isEmpty();
  }
}
