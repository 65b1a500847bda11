package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code dry-run --seeds}: the same under many orders of chance. */
class SeedsTest {

  /** Fits only if the scheduler meets the large pod before it has spread the small ones. */
  private static final String RACE = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: large}
      spec:
        selector: {matchLabels: {app: large}}
        template:
          metadata: {labels: {app: large}}
          spec: {containers: [{name: a, image: "a:1", resources: {requests: {cpu: 3500m}}}]}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: small}
      spec:
        replicas: 2
        selector: {matchLabels: {app: small}}
        template:
          metadata: {labels: {app: small}}
          spec: {containers: [{name: a, image: "a:1", resources: {requests: {cpu: 2}}}]}
      """;

  @TempDir
  Path folder;

  private String file;

  @BeforeEach
  void givenPodsThatFitInOneOrderOnly() throws IOException {
    file = Files.writeString(folder.resolve("race.yaml"), RACE).toString();
  }

  private JsonNode explored(int seeds) throws IOException {
    Run run =
        Run.of("dry-run", "--nodes", "2", "--seeds", Integer.toString(seeds), "-o", "json", file);
    return JsonMapper.shared().readTree(run.out());
  }

  @Test
  void findsTheOrderInWhichItGoesWrong() {
    Run usual = Run.of("dry-run", "--nodes", "2", file);
    Run explored = Run.of("dry-run", "--nodes", "2", "--seeds", "40", file);

    assertThat(usual.status()).isZero();
    assertThat(explored.status()).isEqualTo(1);
    assertThat(explored.out())
        .startsWith("large ")
        .contains("This is the worst of 40 orders of chance; --seed ")
        .contains("Of all: the rollout of Deployment large gets stuck in ")
        .contains("large never becomes available");
  }

  @Test
  void theSeedReplaysTheWorst() throws IOException {
    JsonNode explored = explored(40);
    String seed = explored.at("/exploration/worst").asString();

    JsonNode replayed = JsonMapper.shared()
        .readTree(Run.of("dry-run", "--nodes", "2", "--seed", seed, "-o", "json", file)
            .out());

    assertThat(replayed.path("timeline")).isEqualTo(explored.path("timeline"));
    assertThat(replayed.path("states")).isEqualTo(explored.path("states"));
  }

  @Test
  void threadsDecideNothing() throws IOException {
    assertThat(explored(30)).isEqualTo(explored(30));
  }

  @Test
  void storiesAreExploredToo() {
    Run run = Run.of("dry-run", "--scenario", "../examples/scenarios/bad-release", "--seeds", "5");

    assertThat(run.out()).contains("This is the worst of 5 orders of chance");
  }

  @Test
  void testsAreToldAsTheirWorstOrderCameOut() throws IOException {
    Files.writeString(folder.resolve("scenario.yaml"), """
        cluster: {nodes: [{name: n, count: 2, cpu: 4, memory: 8Gi}]}
        steps:
        - apply: race.yaml
        - settle: {}
        - expect: {target: Deployment/large, available: 1}
        """);

    Run usual = Run.of("dry-run", "--scenarios", folder.toString());
    Run explored = Run.of("dry-run", "--scenarios", folder.toString(), "--seeds", "40");

    assertThat(usual.status()).isZero();
    assertThat(explored.status()).isEqualTo(1);
    assertThat(explored.out())
        .containsPattern("FAIL .*scenario.yaml: .* --seed \\d+ \\(1 expectation, 1 failed")
        .containsPattern("what happened: seaworthy dry-run --scenario .* --seed \\d+");
  }

  @Test
  void anOutageOnTheWayIsNotHowItEnds() throws IOException {
    String one = RACE.substring(0, RACE.indexOf("---"));
    String alone = Files.writeString(folder.resolve("one.yaml"), one).toString();

    Run lost = Run.of("dry-run", "--nodes", "2", "--seeds", "8", "--fail-node", "node-1", alone);

    assertThat(lost.out())
        .containsPattern("Of all: Deployment large was away for a while in [1-7] of 8 \\(--seed")
        .doesNotContain("wrong in the end");
  }
}
