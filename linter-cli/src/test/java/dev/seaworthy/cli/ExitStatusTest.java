package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExitStatusTest {

  private static final String GOOD =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {greeting: hello}}";
  private static final String REFUSED =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, dta: {greeting: hello}}";

  @Test
  void isZeroWhereThereIsNothingToComplainOf() {
    assertThat(Run.withInput(GOOD, "lint", "-").status()).isZero();
  }

  @Test
  void isOneWhereTheServerRefuses() {
    Run run = Run.withInput(REFUSED, "validate", "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("<stdin>:1:")
        .contains("Kubernetes 1.37 would answer 400 BadRequest.");
  }

  @Test
  void isOneWhereATextIsNoYaml() {
    assertThat(Run.withInput("a: [", "lint", "-").status()).isEqualTo(1);
  }

  @Test
  void isTwoForAFileThatIsNotThere() {
    Run run = Run.of("lint", "no-such-file.yaml");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("no-such-file.yaml");
  }

  @Test
  void isTwoForAnOptionThatIsNotThereAndTellsTheNearest() {
    Run run = Run.of("lint", "--profil", "strict", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("did you mean --profile?");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void isTwoForAReleaseThatNobodyKnows() {
    assertThat(Run.withInput(GOOD, "validate", "-k", "1.12", "-").status()).isEqualTo(2);
  }

  @Test
  void isTwoWithoutACommand() {
    assertThat(Run.of().status()).isEqualTo(2);
  }
}
