package dev.seaworthy.simulate.controller.disruption;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {

  private static Node budget(String field, String value) {
    boolean isNumber = !value.endsWith("%");
    return Mapping.of(field, isNumber ? Scalar.of(Long.parseLong(value)) : Scalar.of(value));
  }

  @ParameterizedTest(name = "{0} {1} of {2} pods, {3} healthy: {4} may go")
  @CsvSource({
    "minAvailable, 2, 3, 3, 1",
    "minAvailable, 2, 3, 1, 0",
    "minAvailable, 0, 3, 3, 3",
    "minAvailable, 5, 3, 3, 0",
    "minAvailable, 50%, 3, 3, 1",
    "minAvailable, 34%, 3, 3, 1",
    "minAvailable, 0%, 3, 3, 3",
    "maxUnavailable, 1, 3, 3, 1",
    "maxUnavailable, 1, 3, 2, 0",
    "maxUnavailable, 50%, 3, 3, 2",
    "maxUnavailable, 9, 3, 3, 3",
    "maxUnavailable, 1, 0, 0, 0",
  })
  void soManyMayGo(String field, String value, long pods, long healthy, long disruptions) {
    Node budget = budget(field, value);

    assertThat(Allowance.of(budget, pods).disruptions(healthy)).isEqualTo(disruptions);
  }

  @Test
  void aShareAndWhatMayBeMissingDependOnHowManyAreWanted() {
    assertThat(Allowance.dependsOnScale(budget("minAvailable", "2"))).isFalse();
    assertThat(Allowance.dependsOnScale(budget("minAvailable", "50%"))).isTrue();
    assertThat(Allowance.dependsOnScale(budget("maxUnavailable", "1"))).isTrue();
  }
}
