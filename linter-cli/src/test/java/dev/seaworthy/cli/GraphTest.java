package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code graph} shows of relations, and what it refuses. */
class GraphTest {

  @Test
  void namesCannotMoveTheCursorNorBeginALine() {
    Run run = Run.withInput("""
        apiVersion: v1
        kind: Pod
        metadata: {name: "web\\nForged line"}
        spec:
          containers:
          - {name: web, image: "web:1.4", envFrom: [{configMapRef: {name: "conf\\e[31m"}}]}
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: "alone\\rhidden"}
        """, "graph", "-");

    assertThat(run.status()).isZero();
    assertThat(run.out())
        .contains("web\\nForged line")
        .contains("conf\\x1b[31m")
        .contains("alone\\x0dhidden")
        .doesNotContain("\r", "\u001b", "\nForged");
  }

  @Test
  void whatCannotBeReadIsToldBesideWhatIsKnown(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("a.yaml"), "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}}");
    Files.writeString(folder.resolve("b.yaml"), "apiVersion: [\n");

    Run run = Run.of("graph", folder.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("ConfigMap web");
    assertThat(run.err()).contains("b.yaml:2:1: error: ");
  }
}
