package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Variables that Flux or envsubst fill in, as the command line tells of them. */
class PlaceholdersTest {

  private static final String POD = """
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: APP}}
      spec:
        containers:
        - {name: web, image: "nginx:${TAG}"}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: shop}
      spec:
        selector: {app: SELECTED}
        ports: [{port: 80}]
      """;

  @TempDir
  Path folder;

  @Test
  void rulesDoNotObjectToValuesThatNobodyKnows() throws IOException {
    assertThat(lint(POD).out())
        .contains("placeholders such as ${NAME} are unknown values")
        .doesNotContain("image-tag-mutable");
  }

  @Test
  void aSelectorThatNobodyKnowsIsNotDangling() throws IOException {
    assertThat(lint(POD.replace("SELECTED", "'${APP}'")).out())
        .doesNotContain("service-selector-dangling");
  }

  @Test
  void whatHasUnknownLabelsMayBeWhatIsSelected() throws IOException {
    assertThat(lint(POD).out()).contains("service-selector-dangling");
    assertThat(lint(POD.replace("APP", "'${APP}'")).out())
        .doesNotContain("service-selector-dangling");
  }

  @Test
  void anObjectOfUnknownKindIsNotedAndNotJudged() throws IOException {
    Run run = lint("apiVersion: ${API}\nkind: Deployment\nmetadata: {name: a}\nspec: 1\n");

    assertThat(run.out())
        .contains("kind or apiVersion is a placeholder, so the object is not judged");
    assertThat(run.status()).isZero();
  }

  @Test
  void areMistakesWhereTheUserSaysSo() throws IOException {
    Run run = lint(POD, "--placeholders", "error");

    assertThat(run.out()).contains("error: the placeholder nginx:${TAG} is not filled in");
    assertThat(run.status()).isEqualTo(1);
  }

  private Run lint(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("app.yaml"), text);
    String[] arguments = new String[options.length + 2];
    arguments[0] = "lint";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[options.length + 1] = file.toString();
    return Run.of(arguments);
  }

  private static final String DEPLOYMENT = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: "web-${ENV}"}
      spec:
        replicas: ${REPLICAS}
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, image: nginx}]}
      """;

  @Test
  void aDryRunSaysWhatItPlaysInTheirPlace() throws IOException {
    Path file = folder.resolve("web.yaml");
    Files.writeString(file, DEPLOYMENT);

    Run run = Run.of("dry-run", file.toString());

    assertThat(run.status()).isZero();
    assertThat(run.out().lines())
        .startsWith(
            "web-env has 1 pod, which is ready",
            "replicas of Deployment web-${ENV} is ${REPLICAS}: played as 1, and what it decides may"
                + " come out otherwise (" + file + ":5)",
            "Assumed: 3 nodes of 4 CPUs and 8 GiB; images can be pulled and"
                + " their programs run; web-${ENV} is web-env");
  }

  @Test
  void aChangeBetweenPlaceholdersIsPlayed() throws IOException {
    Path old = folder.resolve("old.yaml");
    Path file = folder.resolve("web.yaml");
    Files.writeString(old, DEPLOYMENT);
    Files.writeString(file, DEPLOYMENT.replace("nginx", "'nginx:${TAG}'"));

    Run run = Run.of("dry-run", "--previous", old.toString(), file.toString());

    assertThat(run.out())
        .startsWith(
            "The change: Deployment web-env replaces 1 pod (spec.containers[web].image: nginx →"
                + " nginx:tag)");
  }
}
