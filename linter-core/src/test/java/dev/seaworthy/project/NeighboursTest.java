package dev.seaworthy.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighboursTest {

  @TempDir
  Path top;

  @Test
  void aFileIsSeenWithTheOthersOfItsFolder() throws IOException {
    given(
        "web/service.yaml",
        "web/deployment.yaml",
        "web/notes.txt",
        "web/deep/job.yaml",
        "api/pod.yaml");

    assertThat(neighboursOf("web/service.yaml")).containsExactly("web/deployment.yaml");
  }

  @Test
  void aKustomizationBindsTheFoldersBelowIt() throws IOException {
    given(
        ".git/HEAD",
        "app/kustomization.yaml",
        "app/web/service.yaml",
        "app/api/pod.yaml",
        "other/pod.yaml");

    assertThat(neighboursOf("app/web/service.yaml"))
        .containsExactly("app/api/pod.yaml", "app/kustomization.yaml");
  }

  @Test
  void theNearestKustomizationCounts() throws IOException {
    given(
        ".git/HEAD",
        "kustomization.yaml",
        "web/kustomization.yaml",
        "web/service.yaml",
        "api/pod.yaml");

    assertThat(neighboursOf("web/service.yaml")).containsExactly("web/kustomization.yaml");
  }

  @Test
  void aKustomizationAboveTheRepositoryIsNoneOfItsBusiness() throws IOException {
    given("kustomization.yaml", "repository/.git/HEAD", "repository/web/service.yaml");

    assertThat(neighboursOf("repository/web/service.yaml")).isEmpty();
  }

  @Test
  void whatGitIgnoresIsNoNeighbour() throws IOException {
    given(".git/HEAD", "web/service.yaml", "web/rendered.yaml");
    Files.writeString(top.resolve(".gitignore"), "rendered.yaml\n");

    assertThat(neighboursOf("web/service.yaml")).isEmpty();
  }

  @Test
  void aFolderHasNoNeighbours() throws IOException {
    given("web/service.yaml", "pod.yaml");

    assertThat(lookFrom("web")).isEmpty();
  }

  @Test
  void ofTooManyNoneIsRead() throws IOException {
    given("service.yaml");
    for (int i = 0; i < Neighbours.MOST_FILES; i++) {
      given("pod-" + i + ".yaml");
    }

    assertThat(lookFrom("service.yaml"))
        .singleElement()
        .satisfies(around -> assertThat(around.complete()).isFalse())
        .satisfies(around -> assertThat(around.sources()).isEmpty());
  }

  private void given(String... files) throws IOException {
    for (String file : files) {
      Files.createDirectories(top.resolve(file).getParent());
      Files.writeString(top.resolve(file), "");
    }
  }

  private List<Surroundings> lookFrom(String argument) {
    List<String> arguments = List.of(top.resolve(argument).toString());
    return Neighbours.of(
        arguments, InputDiscovery.find(arguments, InputStream.nullInputStream()).sources());
  }

  private Stream<String> neighboursOf(String file) {
    return lookFrom(file).stream()
        .flatMap(around -> around.sources().stream())
        .map(source -> InputSource.nameOf(top.relativize(Path.of(source.name()))));
  }
}
