package dev.seaworthy.simulate.scenario.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.scenario.ScenarioPlayer.Played;
import dev.seaworthy.simulate.scenario.Stories;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a step {@code expect} can say, and what is told where it is not so. */
class ExpectationsTest {

  @TempDir
  Path folder;

  private Stories stories() {
    return Stories.in(folder).with("web.yaml", Stories.WEB.formatted(3));
  }

  private List<String> errorsOf(String expectation) {
    return stories().errors("""
        images: {web:2: {pull: fails}}
        steps:
        - apply: web.yaml
        - settle: {}
        - setImage: {target: Deployment/web, image: "web:2"}
        - settle: {}
        - expect: %s
        """.formatted(expectation));
  }

  static Stream<String> trueOfAReleaseThatCannotBePulled() {
    return Stream.of(
        "{target: Deployment/web, desired: 3, updated: 1, ready: 3, available: at least 3}",
        "{target: Deployment/web, ready: 2 to 3, neverFewerAvailable: 3}",
        "{target: Deployment/web, condition: Available=True}",
        "{target: Deployment/wbe, exists: false}",
        "{target: Deployment/web, exists: true}",
        "{pods: {of: Deployment/web}, count: 4, ready: 3}",
        "{pods: {of: Deployment/web}, status: [Running, ImagePullBackOff, ErrImagePull]}",
        "{pods: {of: Deployment/web}, on: [node-1, node-2, node-3], mostPerNode: 2}",
        "{pods: {of: Deployment/web}, perNode: {node-2: 1, node-3: at most 1}}",
        "{pods: {of: Deployment/web, node: node-1}, notOn: node-2}",
        "{pods: {of: Deployment/web, index: 7}, count: 0, status: Running, notOn: node-1}",
        "{pods: {of: Deployment/web, pick: [1, 4]}, mostPerNode: 2}",
        "{event: {reason: ScalingReplicaSet, kind: Deployment, name: web, times: 2}}",
        "{event: {reason: FailedScheduling, times: 0}}",
        "{refused: false}");
  }

  @ParameterizedTest
  @MethodSource("trueOfAReleaseThatCannotBePulled")
  void whatIsSoIsNoFailure(String expectation) {
    assertThat(errorsOf(expectation)).isEmpty();
  }

  static Stream<Arguments> otherwise() {
    return Stream.of(
        Arguments.of(
            "{target: Deployment/web, updated: 3}", "7:45 Deployment/web has 1 updated, not 3"),
        Arguments.of(
            "{target: Deployment/web, neverFewerAvailable: 4}",
            "7:57 Deployment/web never had 4 available"),
        Arguments.of(
            "{target: Deployment/web, rolledOutWithin: 1m}",
            "7:53 the rollout of Deployment/web is not complete"),
        Arguments.of(
            "{target: Deployment/web, condition: Available=False}",
            "7:47 Available of Deployment/web is True, not False"),
        Arguments.of(
            "{target: Deployment/wbe, ready: 3}",
            "7:43 Deployment/wbe is not there; did you mean Deployment/web?"),
        Arguments.of(
            "{pods: {of: Deployment/web}, count: at most 3}",
            "7:47 expected at most 3 pods, found 4"),
        Arguments.of(
            "{pods: {of: Deployment/web, node: node-1}, mostPerNode: 1}",
            "7:67 there are 2 pods on node-1, more than 1"),
        Arguments.of(
            "{pods: {of: Deployment/web}, perNode: {node-2: 2}}",
            "7:58 expected 2 pods on node-2, found 1"),
        Arguments.of(
            "{pods: {of: Deployment/wbe}, status: [Running]}",
            "7:48 Deployment/wbe is not there; did you mean Deployment/web?"),
        Arguments.of(
            "{pods: {of: Deployment/wbe}, count: 0}",
            "7:47 Deployment/wbe is not there; did you mean Deployment/web?"),
        Arguments.of(
            "{pods: {of: Deployment/web, pick: 99}, status: [Running]}",
            "7:58 no pod is as the step asks for"),
        Arguments.of(
            "{pods: {of: Deployment/web, pick: [1, 99]}, notOn: node-4}",
            "7:62 there is no node 'node-4'"),
        Arguments.of(
            "{pods: {of: Deployment/web, pick: [1, 99]}, mostPerNode: 1}",
            "7:68 of the pods that it picks 1 are not there"),
        Arguments.of("{pods: {node: nope}, status: [Running]}", "7:40 there is no node 'nope'"),
        Arguments.of(
            "{pods: {of: Deployment/web}, notOn: node-4}", "7:47 there is no node 'node-4'"),
        Arguments.of(
            "{pods: {of: Deployment/web}, perNode: {nod-1: 0}}",
            "7:57 there is no node 'nod-1'; did you mean node-1?"),
        Arguments.of(
            "{pods: {selector: app=wbe}, mostPerNode: 1}", "7:52 no pod is as the step asks for"),
        Arguments.of("{refused: true}", "7:21 the step before was not refused"));
  }

  @ParameterizedTest
  @MethodSource("otherwise")
  void whatIsOtherwiseIsToldAtItsPlace(String expectation, String told) {
    assertThat(errorsOf(expectation)).containsExactly(told);
  }

  @Test
  void anEventThatNobodyToldIsNamedBesideThoseThatWere() {
    assertThat(errorsOf("{event: {reason: Evicted, kind: Pod}}"))
        .singleElement()
        .asString()
        .startsWith("7:19 no event Evicted of Pod was seen; there were ")
        .contains("ScalingReplicaSet");
  }

  @Test
  void withinWaitsUntilItIsSo() {
    Played played = stories().play("""
        steps:
        - apply: web.yaml
        - expect: {target: Deployment/web, available: 3, within: 1m}
        """);

    assertThat(played.outcome().problems()).isEmpty();
    assertThat(played.outcome().history().length()).hasSeconds(0);
    assertThat(played.expectations().all()).isEqualTo(1);
  }

  @Test
  void whatIsGoneMayBeNamedForItWasThere() {
    assertThat(stories().errors("""
        steps:
        - apply: web.yaml
        - settle: {}
        - delete: {target: Deployment/web}
        - deleteNode: node-2
        - settle: {}
        - expect: {pods: {of: Deployment/web}, count: 0}
        - expect: {pods: {node: node-2}, count: 0}
        - expect: {pods: {of: Deployment/web}, notOn: node-2}
        """)).containsExactly("9:47 Deployment/web is not there");
  }

  @Test
  void aRolloutThatTookLongerIsTold() {
    assertThat(stories().errors("""
        images: {web:2: {readyAfter: 0s, pullTakes: 20s}}
        steps:
        - apply: web.yaml
        - settle: {}
        - setImage: {target: Deployment/web, image: "web:2"}
        - expect: {target: Deployment/web, rolledOutWithin: 30s, within: 5m}
        """))
        .singleElement()
        .asString()
        .startsWith("6:53 the rollout of Deployment/web took 6")
        .endsWith("s, longer than 30s, even after 300.0 s");
  }

  @Test
  void aRefusalThatIsExpectedIsNoFailure() {
    Stories stories =
        stories().with("bad.yaml", "{apiVersion: v1, kind: Pod, metadata: {name: X_}}");

    assertThat(stories.errors("""
        steps:
        - apply: bad.yaml
        - expect: {refused: 422}
        """)).isEmpty();
    assertThat(
            stories.errors("steps: [{apply: bad.yaml}, {expect: {event: {reason: A, times: 0}}}]"))
        .isNotEmpty();
    assertThat(stories.errors("steps: [{apply: bad.yaml}, {expect: {refused: quota}}]"))
        .singleElement()
        .asString()
        .contains("the step before was refused without 'quota': 422 Invalid");
  }

  /** A story that expects the trouble it makes is a test that passes; the trouble is told all the same. */
  @Test
  void howThingsAreInTheEndIsForTheExpectationsToJudge() {
    String trouble = """
        images: {web:1: {pull: fails}}
        steps:
        - apply: web.yaml
        - settle: {}
        """;

    assertThat(stories().errors(trouble)).isNotEmpty();

    Played judged = stories().play(trouble + "- expect: {target: Deployment/web, ready: 0}\n");
    assertThat(judged.outcome().problems())
        .isNotEmpty()
        .noneMatch(problem -> problem.severity().word().equals("error"));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of("{}", "'expect' must say of what"),
        Arguments.of("{ready: 3}", "'ready' must be of a 'target' or of 'pods'"),
        Arguments.of("{count: 3}", "'pods' is missing"),
        Arguments.of("{target: Deployment/web, raedy: 3}", "did you mean 'ready'?"),
        Arguments.of("{target: Deployment/web, ready: some}", "'ready' must be a number"),
        Arguments.of("{target: Deployment/web, condition: Available}", "must be TYPE=STATUS"),
        Arguments.of("{event: {kind: Pod}}", "'reason' is missing"),
        Arguments.of("{event: {reason: A, nmae: web}}", "did you mean 'name'?"),
        Arguments.of("{pods: {fo: Deployment/web}, count: 1}", "'fo' is not known here"),
        Arguments.of(
            "{target: Deployment/web, exists: perhaps}", "'exists' must be true or false"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldBeforeAnythingIsPlayed(String expectation, String told) {
    assertThat(errorsOf(expectation)).isNotEmpty().allMatch(error -> error.startsWith("7:"));
    assertThat(errorsOf(expectation)).anyMatch(error -> error.contains(told));
  }

  @Test
  void aFileThatIsNotThereIsToldAtItsStep() {
    assertThat(stories().errors("steps: [{apply: wbe.yaml}]"))
        .containsExactly("1:10 there is no file 'wbe.yaml'; did you mean 'web.yaml'?");
  }

  @Test
  void aFolderStandsForAllItsManifests() {
    Stories stories = stories().with("k8s/deep/web.yaml", Stories.WEB.formatted(2));

    assertThat(stories.errors("""
        steps:
        - apply: k8s
        - expect: {target: Deployment/web, available: 2, within: 10s}
        """)).isEmpty();
  }

  /** As on a real node; a story that would like it otherwise must not look as if it had been heeded. */
  @Test
  void thatAnImageIsNeverReadyHasNoEffectWithoutAProbeAndThatIsSaid() {
    Played played = stories().play("""
        images: {web:1: {ready: never}}
        steps:
        - apply: web.yaml
        - expect: {target: Deployment/web, ready: 3, within: 10s}
        """);

    assertThat(played.expectations().failed()).isZero();
    assertThat(played.outcome().problems())
        .extracting(problem -> problem.message())
        .containsExactly("the story says when web:1 is ready, but container web has no readiness"
            + " probe: a node takes it for ready as soon as it runs");
  }
}
