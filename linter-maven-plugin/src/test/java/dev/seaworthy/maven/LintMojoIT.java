package dev.seaworthy.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.maven.MavenProject.Build;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintMojoIT {

  private static final String FLOATING = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: nginx
      """;

  private static final String WIDGET = """
      apiVersion: example.com/v1
      kind: Widget
      metadata: {name: small}
      spec: {size: 0}
      """;

  private static final String DEFINITION = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: widgets.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: widgets, singular: widget, kind: Widget, listKind: WidgetList}
        versions:
          - name: v1
            served: true
            storage: true
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties: {size: {type: integer, minimum: 1}}
      """;

  private static final String OLD = """
      # Reports, at night.
      apiVersion: batch/v1beta1
      kind: CronJob
      metadata: {name: report}
      spec:
        schedule: "0 3 * * *"
        jobTemplate:
          spec:
            template:
              spec:
                restartPolicy: Never
                containers:
                  - name: report
                    image: report:1.0
                    securityContext: {privileged: true} # for its devices
      """;

  private static final String PLAIN = """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: web
      data:
        greeting: hello
      """;

  @Test
  void aFindingFailsTheBuildAndNamesFileAndLine(@TempDir Path folder) throws Exception {
    var project =
        MavenProject.in(folder, "<failOn>warning</failOn>").file("src/main/k8s/web.yaml", FLOATING);

    Build build = project.run("verify");

    assertThat(build.output())
        .contains("src/main/k8s/web.yaml:8:14: warning: 'nginx' can be another image");
    assertThat(build.status()).isEqualTo(1);
    assertThat(project.file("target/seaworthy/lint.json"))
        .content()
        .contains("\"image-tag-mutable\"");
  }

  @Test
  void aFindingSaysWhatToDo(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, "").file("src/main/k8s/web.yaml", FLOATING);

    Build build = project.run("verify");

    assertThat(build.output())
        .contains("[WARNING]     remedy: Name a version")
        .as("what Java says of libraries")
        .doesNotContain("WARNING: ");
    assertThat(build.status()).isZero();
  }

  @Test
  void whatMakesTheBuildFailIsAnErrorOfTheBuild(@TempDir Path folder) throws Exception {
    var project =
        MavenProject.in(folder, "<failOn>warning</failOn>").file("src/main/k8s/web.yaml", FLOATING);

    Build build = project.run("-q", "verify");

    assertThat(build.output())
        .contains("[ERROR] src/main/k8s/web.yaml:8:14: warning: 'nginx' can be another image")
        .contains("[ERROR]     remedy: Name a version");
    assertThat(build.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "docs/how-to/check-in-a-maven-build.md"})
  void goalsCalledByHandSeeTheConfigurationThatTheDocumentationShows(
      String page, @TempDir Path folder) throws Exception {
    String plugin = MavenProject.pluginOf(page).replace("src/main/k8s</path>", "deploy</path>");
    var project = MavenProject.with(folder, plugin).file("deploy/report.yaml", OLD);

    Build build = project.run("seaworthy:fix");

    assertThat(build.output()).contains("1 finding mended in 1 file");
    assertThat(build.status()).isZero();
  }

  @Test
  void aGoalCalledByHandSaysWhyItSeesNoPaths(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, "").file("deploy/report.yaml", OLD);

    assertThat(project.run("seaworthy:fix").output())
        .contains("[WARNING] no manifests: there is no folder src/main/k8s, and no paths are set;")
        .contains("what is configured inside an <execution> does not count");
    assertThat(project.run("verify").output())
        .contains("[INFO] no manifests: ")
        .doesNotContain("<execution>");
  }

  @Test
  void nothingToJudgeIsAWarning(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, "").file("src/main/k8s/web.yaml", "# none yet\n");

    Build build = project.run("verify");

    assertThat(build.output()).contains("[WARNING] Nothing was judged");
    assertThat(build.status()).isZero();
  }

  @Test
  void placesAreToldFromTheRootOfTheBuild(@TempDir Path folder) throws Exception {
    var project =
        MavenProject.ofModule(folder, "shop", "").file("shop/src/main/k8s/web.yaml", FLOATING);

    Build build = project.run("verify");

    assertThat(build.output()).contains("] shop/src/main/k8s/web.yaml:8:14: warning: 'nginx'");
    assertThat(project.file("shop/target/seaworthy/lint.json"))
        .content()
        .contains("\"file\": \"shop/src/main/k8s/web.yaml\"");
  }

  @Test
  void aRuleThatDoesNotExistIsRefused(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, "<disable>image-tag-mutible</disable>")
        .file("src/main/k8s/web.yaml", FLOATING);

    Build build = project.run("verify");

    assertThat(build.output())
        .contains("there is no rule 'image-tag-mutible'; did you mean image-tag-mutable?");
    assertThat(build.status()).isEqualTo(1);
  }

  @Test
  void theCommandsOptionsAreThere(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, """
        <enable>pod-token-automounted</enable>
        <disable>image-tag-mutable,pod-bare</disable>
        <references>closed</references>
        <crds>definitions</crds>
        <strictKinds>true</strictKinds>
        """)
        .file("src/main/k8s/web.yaml", FLOATING)
        .file("src/main/k8s/widget.yaml", WIDGET)
        .file("definitions/widget.yaml", DEFINITION);

    Build build = project.run("verify");

    assertThat(build.output())
        .contains("src/main/k8s/widget.yaml:4:14: error: ", "[pod-token-automounted]")
        .doesNotContain("image-tag-mutable", "pod-bare");
    assertThat(build.status()).isEqualTo(1);
  }

  @Test
  void theConfigurationOfTheProjectHolds(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, "<failOn>warning</failOn>")
        .file("src/main/k8s/web.yaml", FLOATING)
        .file(".seaworthy.yaml", "kubernetes: \"1.31\"\nrules: {image-tag-mutable: off}\n");

    Build build = project.run("verify");

    assertThat(build.output())
        .contains("Kubernetes 1.31 would accept the object.")
        .contains("[container-memory-limit-missing]")
        .doesNotContain("image-tag-mutable");
    assertThat(build.status()).isEqualTo(1);
  }

  @Test
  void aConfigurationElsewhereAndABaselineCanBeNamed(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, """
        <failOn>warning</failOn>
        <configuration>ci/seaworthy.yaml</configuration>
        <baseline>known.yaml</baseline>
        """)
        .file("src/main/k8s/web.yaml", FLOATING)
        .file("ci/seaworthy.yaml", "kubernetes: \"1.30\"\n")
        .file(
            "known.yaml", "findings: {src/main/k8s/web.yaml: {Pod/web: {image-tag-mutable: 1}}}\n");

    Build build = project.run("verify");

    assertThat(build.output())
        .contains("1 finding was known already.", "Kubernetes 1.30 would accept the object.")
        .contains("[container-memory-limit-missing]")
        .doesNotContain("image-tag-mutable");
    assertThat(build.status()).isEqualTo(1);
  }

  @Test
  void filesAreLeftOutToldOfOrRefusedAsTheCommandDoes(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, """
        <paths><path>k8s</path><path>compose.yaml</path></paths>
        <excludes>k8s/old/</excludes>
        <notKubernetes>error</notKubernetes>
        <placeholders>error</placeholders>
        <profile>security</profile>
        <formats>sarif,junit</formats>
        """)
        .file("compose.yaml", "services: {web: {image: nginx}}\n")
        .file("k8s/old/web.yaml", FLOATING)
        .file("k8s/config.yaml", PLAIN.replace("name: web", "name: ${NAME}"));

    Build build = project.run("verify");

    assertThat(build.output())
        .contains("compose.yaml:1:1: error: the file is no Kubernetes manifest")
        .contains("k8s/config.yaml:4:9: error: the placeholder ${NAME} is not filled in")
        .doesNotContain("k8s/old/web.yaml");
    assertThat(build.status()).isEqualTo(1);
    assertThat(project.file("target/seaworthy/lint.sarif")).content().contains("\"2.1.0\"");
    assertThat(project.file("target/seaworthy/lint.xml")).content().contains("<testsuites");
  }

  @Test
  void kindsOfASchemaAreJudgedByIt(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, """
        <schemaLocations>schemas/{{ .ResourceKind }}.json</schemaLocations>
        """)
        .file("src/main/k8s/widget.yaml", WIDGET)
        .file("schemas/widget.json", """
            {"properties": {"spec": {"properties": {"size": {"type": "integer", "minimum": 1}}}}}
            """);

    Build build = project.run("verify");

    assertThat(build.output()).contains("src/main/k8s/widget.yaml:4:14: error: ");
    assertThat(build.status()).isEqualTo(1);
  }

  @Test
  void theCheckCanBeLeftOut(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, "<failOn>warning</failOn><skip>true</skip>")
        .file("src/main/k8s/web.yaml", FLOATING);

    assertThat(project.run("verify").status()).isZero();
  }

  @Test
  void nothingFoundLetsTheBuildPass(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, "<failOn>info</failOn><kubernetes>1.31</kubernetes>")
        .file("src/main/k8s/web.yaml", PLAIN);

    Build build = project.run("verify");

    assertThat(build.output()).contains("Kubernetes 1.31 would accept the object.");
    assertThat(build.status()).isZero();
  }

  @Test
  void fixMendsTheFilesWhereAsked(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, "").file("src/main/k8s/report.yaml", OLD);

    Build build = project.run("seaworthy:fix");

    assertThat(build.status()).isZero();
    assertThat(build.output())
        .contains("mended ", "src/main/k8s/report.yaml", "1 finding mended in 1 file");
    assertThat(project.file("src/main/k8s/report.yaml"))
        .content()
        .isEqualTo(OLD.replace("v1beta1", "v1"));
  }
}
