package dev.seaworthy.simulate.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.simulate.dryrun.DryRuns;
import org.junit.jupiter.api.Test;

class JobTroublesTest {

  private static final String JOB = """
      apiVersion: batch/v1
      kind: Job
      metadata: {name: report}
      spec:
        activeDeadlineSeconds: 10
        template:
          spec:
            restartPolicy: Never
            containers: [{name: main, image: 'report:1'}]
      """;

  @Test
  void aJobThatIsStoppedAtItsDeadlineHasFailed() {
    Outcome outcome = DryRuns.of(JOB);

    assertThat(outcome.isFine()).isFalse();
    assertThat(outcome.problems())
        .extracting(Diagnostic::message)
        .contains("Job report has failed: Job was active longer than specified deadline");
  }

  @Test
  void aJobWhosePodsAreRefusedIsNoSuccess() {
    Outcome outcome = DryRuns.of("""
        apiVersion: v1
        kind: ResourceQuota
        metadata: {name: q}
        spec: {hard: {pods: '0'}}
        ---
        """ + JOB.replace("activeDeadlineSeconds: 10", "backoffLimit: 1"));

    assertThat(outcome.isFine()).isFalse();
    assertThat(outcome.problems())
        .extracting(Diagnostic::message)
        .anyMatch(message ->
            message.startsWith("report never completes: the API server refuses its pods: ")
                && message.contains("exceeded quota: q"));
  }
}
