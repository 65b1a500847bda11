package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What steers a terminal, in a manifest's names, keys and values, steers none through a report. */
class ControlCharactersTest {

  private static final String STEERING = "\\e[31m\\a\\u009b2J";

  private static final String MANIFEST = """
      apiVersion: v1
      kind: Service
      metadata: {name: "web%1$s", namespace: "a\\nb%1$s"}
      spec: {selector: {app: "x%1$s"}, ports: [{port: 80, name: "%1$s"}]}
      ---
      apiVersion: v1
      kind: "Secr%1$set"
      metadata: {name: "%1$s"}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, annotations: {"k%1$s": "%1$s"}}
      spec:
        containers:
          - {name: web, image: "web%1$s", env: [{name: A, valueFrom: {configMapKeyRef: {name: "c%1$s", key: "%1$s"}}}]}
      """.formatted(STEERING);

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n]]");

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "validate",
        "validate -q",
        "validate -v",
        "validate --show-result",
        "validate -o json",
        "validate -o yaml",
        "validate -o sarif",
        "validate -o junit",
        "validate -o github",
        "lint",
        "lint --group rule",
        "lint --group object",
        "dry-run",
        "dry-run -o json",
        "dry-run -o html",
        "dry-run -o markdown",
        "graph",
        "graph -o dot",
        "graph -o mermaid"
      })
  void noneComesThrough(String command) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), MANIFEST);
    String[] arguments = (command + " " + file).split(" ");

    Run run = Run.of(arguments);

    assertThat(run.out()).isNotEmpty().doesNotContainPattern(CONTROL);
    assertThat(run.err()).doesNotContainPattern(CONTROL);
  }
}
