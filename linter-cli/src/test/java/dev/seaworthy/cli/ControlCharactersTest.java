package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
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

  /** A pod that a server takes, as these texts are free. */
  private static final String PLAYED = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, annotations: {note: "n%1$s"}}
      spec:
        containers:
          - {name: web, image: nginx, command: ["c%1$s"], args: ["%1$s"], env: [{name: KEY, value: "%1$s"}]}
      """.formatted(STEERING);

  private static final String DEFINITION = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: foos.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: foos, singular: foo, kind: Foo, listKind: FooList}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                description: "%1$s"
                properties:
                  spec:
                    type: object
                    description: "%1$s"
                    x-kubernetes-validations:
                      - {rule: "self.size < 3", message: "small%1$s"}
                    properties:
                      size: {type: integer, description: "%1$s"}
                      name: {type: string, enum: ["%1$s"], default: "%1$s", pattern: "%1$s"}
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

  @ParameterizedTest
  @ValueSource(strings = {"--describe pod/web", "--get pods --show-labels", "-v"})
  void whatAPlayedPodSaysSteersNone(String look) throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), PLAYED);

    Run run = Run.of(("dry-run " + look + " " + file).split(" "));

    assertThat(run.out()).contains("web").doesNotContainPattern(CONTROL);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aDescriptionWritesThemOut() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), PLAYED);

    Run run = Run.of("dry-run", "--describe", "pod/web", file.toString());

    assertThat(run.out())
        .contains("KEY:  \\x1b[31m\\x07\\x9b2J")
        .contains("note: n\\x1b[31m\\x07\\x9b2J");
  }

  @ParameterizedTest
  @ValueSource(strings = {"foo", "foo.spec", "foo.spec.size", "foo.spec.none"})
  void whatADefinitionSaysSteersNone(String subject) throws IOException {
    Path file = Files.writeString(folder.resolve("crd.yaml"), DEFINITION);

    Run run = Run.of("explain", "--crds", file.toString(), subject);

    assertThat(run.out()).contains("KIND:     Foo").doesNotContainPattern(CONTROL);
    assertThat(run.err()).doesNotContainPattern(CONTROL);
  }

  @Test
  void aRuleOfADefinitionIsWrittenOut() throws IOException {
    Path file = Files.writeString(folder.resolve("crd.yaml"), DEFINITION);

    Run run = Run.of("explain", "--crds", file.toString(), "foo.spec");

    assertThat(run.out()).contains("  small\\x1b[31m\\x07\\x9b2J\n      self.size < 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "explain %s",
        "rules explain %s",
        "%s",
        "--%s",
        "lint --exclude [%s -",
        "lint -k %s -",
        "lint -o %s -",
        "lint --disable %s -",
        "dry-run --image %s -",
        "dry-run --reach %s -",
        "dry-run --crash %s -",
        "dry-run --get %s -",
        "dry-run --against %s -"
      })
  void whatTheCommandLineSaysSteersNone(String command) {
    Run run =
        Run.withInput(PLAYED, command.formatted("x\u001b[31m\u0007\u009b2J").split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("\\x1b[31m\\x07\\x9b2J").doesNotContainPattern(CONTROL);
  }
}
