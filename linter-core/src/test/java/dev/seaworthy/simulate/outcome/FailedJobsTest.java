package dev.seaworthy.simulate.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.simulate.dryrun.DryRuns;
import org.junit.jupiter.api.Test;

class FailedJobsTest {

  @Test
  void aJobThatIsStoppedAtItsDeadlineHasFailed() {
    Outcome outcome = DryRuns.of("""
        apiVersion: batch/v1
        kind: Job
        metadata: {name: report}
        spec:
          activeDeadlineSeconds: 10
          template:
            spec:
              restartPolicy: Never
              containers: [{name: main, image: 'report:1'}]
        """);

    assertThat(outcome.isFine()).isFalse();
    assertThat(outcome.problems())
        .extracting(Diagnostic::message)
        .contains("Job report has failed: Job was active longer than specified deadline");
  }
}
