package dev.seaworthy.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.Seed;
import dev.seaworthy.simulate.object.Conditions;
import dev.seaworthy.simulate.object.Job;
import dev.seaworthy.simulate.server.Deletion;
import dev.seaworthy.simulate.store.Kinds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobTest {

  private final Cluster cluster =
      Cluster.start(ClusterSettings.QUICK, new Seed(1)).withNodes("n", 3, NodeShape.USUAL);

  private static Resource job(String image, long parallelism, long completions) {
    return Objects.job("work", image)
        .with("spec.parallelism", Scalar.of(parallelism))
        .with("spec.completions", Scalar.of(completions));
  }

  private Resource given(Resource job) {
    assertThat(cluster.api().create(job).message()).isEmpty();
    return job;
  }

  private Resource job() {
    return cluster.view().get(Kinds.JOB, "default", "work").orElseThrow();
  }

  private List<Resource> pods() {
    return List.copyOf(cluster.view().list(Kinds.POD));
  }

  private long status(String field) {
    return job().at("status", field).longOr(0);
  }

  private String reason(String condition) {
    return Conditions.of(job()).get(condition).get("reason").text();
  }

  @Test
  void runsSoManyPodsAtOnceAsItMayUntilEnoughHaveSucceeded() {
    given(job("job:done", 2, 5));

    cluster.advance(Duration.ofMillis(500));
    assertThat(pods()).hasSize(2);
    cluster.settle();

    assertThat(pods()).hasSize(5);
    assertThat(status("succeeded")).isEqualTo(5);
    assertThat(reason("Complete")).isEqualTo("CompletionsReached");
    assertThat(job().at("status", "completionTime").isPresent()).isTrue();
  }

  @Test
  void failuresAreReplacedAfterGrowingWaitsUpToTheLimit() {
    given(job("job:fail", 1, 1).with("spec.backoffLimit", Scalar.of(2)));

    cluster.advance(Duration.ofSeconds(9));
    assertThat(pods()).hasSize(1);
    cluster.advance(Duration.ofSeconds(60));

    assertThat(pods()).hasSize(3);
    assertThat(status("failed")).isEqualTo(3);
    assertThat(reason("Failed")).isEqualTo("BackoffLimitExceeded");
  }

  @Test
  void thePodsOfAnIndexedJobKnowTheirIndex() {
    given(job("job:run", 2, 2).with("spec.completionMode", Scalar.of("Indexed")));

    cluster.settle();

    Resource second = pods().get(1);
    Node variable = second.at("spec", "containers").get(0).get("env").get(0);
    assertThat(second.name()).startsWith("work-1-");
    assertThat(second.labels()).containsEntry(Job.COMPLETION_INDEX, "1");
    assertThat(second.annotations()).containsEntry(Job.COMPLETION_INDEX, "1");
    assertThat(second.at("spec", "hostname").text()).isEqualTo("work-1");
    assertThat(variable.get("name").text()).isEqualTo("JOB_COMPLETION_INDEX");
    assertThat(variable.at("valueFrom", "fieldRef", "fieldPath").text())
        .isEqualTo("metadata.labels['batch.kubernetes.io/job-completion-index']");
  }

  @Test
  void anIndexThatFailsTooOftenFailsAlone() {
    given(job("job:failindex1", 3, 3)
        .with("spec.completionMode", Scalar.of("Indexed"))
        .with("spec.backoffLimitPerIndex", Scalar.of(1)));

    cluster.advance(Duration.ofSeconds(30));

    assertThat(job().at("status", "completedIndexes").text()).isEqualTo("0,2");
    assertThat(job().at("status", "failedIndexes").text()).isEqualTo("1");
    assertThat(reason("Failed")).isEqualTo("FailedIndexes");
    assertThat(pods())
        .filteredOn(pod -> "1".equals(pod.annotations().get(Job.COMPLETION_INDEX)))
        .extracting(pod -> pod.annotations().get("batch.kubernetes.io/job-index-failure-count"))
        .containsExactly("0", "1");
  }

  @Test
  void itIsStoppedAtItsDeadline() {
    given(job("job:run", 2, 2).with("spec.activeDeadlineSeconds", Scalar.of(5)));

    cluster.advance(Duration.ofSeconds(20));

    assertThat(pods()).isEmpty();
    assertThat(reason("Failed")).isEqualTo("DeadlineExceeded");
    assertThat(status("failed")).isEqualTo(2);
  }

  @Test
  void aSuspendedJobLosesItsPodsAndStartsAnew() {
    given(job("job:run", 2, 2));
    cluster.settle();

    suspend(true);
    assertThat(pods()).isEmpty();
    assertThat(job().at("status", "startTime").isAbsent()).isTrue();
    suspend(false);

    assertThat(pods()).hasSize(2);
    assertThat(status("failed")).isZero();
    assertThat(reason("Suspended")).isEqualTo("JobResumed");
  }

  private void suspend(boolean suspended) {
    cluster
        .api()
        .patch(
            ObjectKey.of(job()), Mapping.of("spec", Mapping.of("suspend", Scalar.of(suspended))));
    cluster.settle();
  }

  @Test
  void aDeletedPodHasFailedAndIsReplacedAfterTheWait() {
    given(job("job:run", 1, 1));
    cluster.settle();

    cluster.api().delete(pods().get(0));
    cluster.settle();
    assertThat(pods()).isEmpty();
    cluster.advance(Duration.ofSeconds(10));

    assertThat(pods()).hasSize(1);
    assertThat(status("failed")).isEqualTo(1);
  }

  @Test
  void nothingHoldsThePodsOfAJobThatIsGone() {
    given(job("job:run", 2, 2));
    cluster.settle();

    cluster.api().delete(ObjectKey.of(job()), Deletion.NORMAL);
    cluster.settle();

    assertThat(pods()).isEmpty();
  }

  @Test
  void thePodsOfAJobThatIsDeletedAloneStayWithoutAHold() {
    given(job("job:run", 2, 2));
    cluster.settle();

    cluster.api().delete(ObjectKey.of(job()), Deletion.NORMAL.cascading(Deletion.Cascade.ORPHAN));
    cluster.settle();

    assertThat(pods())
        .hasSize(2)
        .allMatch(pod -> pod.at("metadata", "finalizers").isAbsent());
  }

  @Test
  void aJobOfAnotherControllerIsLeftAlone() {
    given(job("job:run", 2, 2).with("spec.managedBy", Scalar.of("example.com/queue")));

    cluster.settle();

    assertThat(pods()).isEmpty();
  }

  @Test
  void aJobThatHasEndedIsDeletedWithItsPodsWhenItsTimeIsUp() {
    given(job("job:done", 1, 1).with("spec.ttlSecondsAfterFinished", Scalar.of(30)));
    cluster.settle();

    cluster.advance(Duration.ofSeconds(20));
    assertThat(pods()).hasSize(1);
    cluster.advance(Duration.ofSeconds(15));

    assertThat(cluster.view().list(Kinds.JOB)).isEmpty();
    assertThat(pods()).isEmpty();
  }
}
