package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
