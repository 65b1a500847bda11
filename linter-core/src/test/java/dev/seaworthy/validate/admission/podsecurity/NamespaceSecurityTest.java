package dev.seaworthy.validate.admission.podsecurity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Scalar;
import org.junit.jupiter.api.Test;

/** What a namespace's labels ask. */
class NamespaceSecurityTest {

  private static String asked(SecurityLevel usual, String... labels) {
    Mapping written = Mapping.EMPTY;
    for (int i = 0; i < labels.length; i += 2) {
      written = written.with("pod-security.kubernetes.io/" + labels[i], Scalar.of(labels[i + 1]));
    }
    NamespaceSecurity security = NamespaceSecurity.of(written, usual);
    return security.enforce() + " " + security.warn();
  }

  @Test
  void withoutLabelsTheUsualHolds() {
    assertThat(asked(SecurityLevel.PRIVILEGED)).isEqualTo("privileged:latest privileged:latest");
    assertThat(asked(SecurityLevel.BASELINE)).isEqualTo("baseline:latest baseline:latest");
  }

  @Test
  void whoEnforcesIsWarnedToo() {
    assertThat(asked(SecurityLevel.PRIVILEGED, "enforce", "baseline", "enforce-version", "v1.30"))
        .isEqualTo("baseline:v1.30 baseline:v1.30");
  }

  @Test
  void warningsCanBeAskedForApart() {
    assertThat(asked(SecurityLevel.PRIVILEGED, "enforce", "baseline", "warn", "privileged"))
        .isEqualTo("baseline:latest privileged:latest");
    assertThat(asked(SecurityLevel.PRIVILEGED, "warn", "restricted", "warn-version", "v1.29"))
        .isEqualTo("privileged:latest restricted:v1.29");
  }

  @Test
  void aLabelThatSaysNothingSensibleEnforcesEverythingAndWarnsOfNothing() {
    assertThat(asked(SecurityLevel.PRIVILEGED, "enforce", "strict", "warn", "strict"))
        .isEqualTo("restricted:latest privileged:latest");
  }
}
