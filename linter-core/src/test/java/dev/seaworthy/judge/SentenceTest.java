package dev.seaworthy.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.manifest.FieldPath;
import org.junit.jupiter.api.Test;

/** A check's words get back the name that they follow. */
class SentenceTest {

  private static final String UNKNOWN = "is not a field of ObjectMeta";

  @Test
  void aNameMayHaveDots() {
    FieldPath label = FieldPath.of("metadata", "app.kubernetes.io/name");

    assertThat(Sentence.about(label, UNKNOWN)).isEqualTo("app.kubernetes.io/name " + UNKNOWN);
  }

  @Test
  void anItemHasTheNameOfItsList() {
    FieldPath port = FieldPath.of("spec", "ports").index(1);

    assertThat(Sentence.about(port, "is given twice")).isEqualTo("ports[1] is given twice");
  }

  @Test
  void whatIsASentenceStaysOne() {
    assertThat(Sentence.about(FieldPath.of("spec"), "name must be given"))
        .isEqualTo("name must be given");
  }
}
