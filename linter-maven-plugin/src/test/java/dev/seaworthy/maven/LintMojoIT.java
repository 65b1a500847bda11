package dev.seaworthy.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.maven.MavenProject.Build;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void nothingFoundLetsTheBuildPass(@TempDir Path folder) throws Exception {
    var project = MavenProject.in(folder, "<failOn>info</failOn><kubernetes>1.31</kubernetes>")
        .file("src/main/k8s/web.yaml", PLAIN);

    Build build = project.run("verify");

    assertThat(build.output()).contains("Kubernetes 1.31 would accept the object.");
    assertThat(build.status()).isZero();
  }
}
