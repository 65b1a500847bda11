package dev.seaworthy.simulate.controller.job;

import static dev.seaworthy.simulate.controller.job.JobPodsAndJobs.job;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.object.Job;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessPolicyTest {

  private static final Job JOB = job("""
      completionMode: Indexed
      completions: 10
      successPolicy:
        rules:
        - {succeededIndexes: '0,2-3'}
        - {succeededIndexes: '5-9', succeededCount: 2}
        - {succeededCount: 6}
      """);

  @ParameterizedTest(name = "{0}: rule {1}")
  @CsvSource(
      delimiter = '|',
      value = {"0,2,3 | 0", "0-3,7 | 0", "5,9 | 1", "0,1,3-5 | none", "0,1,3-6 | 1", "'' | none"})
  void theFirstRuleThatIsFulfilledIsNamed(String succeeded, String rule) {
    String expected = rule.equals("none") ? "" : "Matched rules at index " + rule;

    assertThat(SuccessPolicy.met(JOB, Indexes.parse(succeeded, 10)).orElse("")).isEqualTo(expected);
  }
}
