package dev.seaworthy.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.project.kustomize.FileTexts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of a revision, links among them. */
class RevisionFilesTest {

  @TempDir
  Path temporary;

  private Path folder;

  @BeforeEach
  void aRepository() throws IOException {
    folder = Files.createDirectory(temporary.toRealPath().resolve("shop"));
    Files.createDirectory(folder.resolve("base"));
    Files.writeString(folder.resolve("base/web.yaml"), "web");
  }

  private FileTexts committed() throws Exception {
    commit();
    return new RevisionFiles(folder, "HEAD").texts();
  }

  private void commit() throws Exception {
    try (Git git = Git.init().setDirectory(folder.toFile()).call()) {
      git.add().addFilepattern(".").call();
      git.commit()
          .setMessage("first")
          .setAuthor("a", "a@example.com")
          .setCommitter("a", "a@example.com")
          .setSign(false)
          .call();
    }
  }

  @Test
  void linksOfARevisionAreFollowed() throws Exception {
    Files.createSymbolicLink(folder.resolve("prod"), Path.of("base"));
    Files.createSymbolicLink(folder.resolve("web.yaml"), Path.of("prod/web.yaml"));

    FileTexts texts = committed();

    assertThat(texts.read(folder.resolve("web.yaml")))
        .hasValue("web".getBytes(StandardCharsets.UTF_8));
    assertThat(texts.real(folder.resolve("web.yaml"))).isEqualTo(folder.resolve("base/web.yaml"));
  }

  @Test
  void aLinkOutOfTheRepositoryLeadsToNothing() throws Exception {
    Files.writeString(temporary.resolve("secret"), "secret");
    Files.createSymbolicLink(folder.resolve("secret"), Path.of("../secret"));

    assertThat(committed().read(folder.resolve("secret"))).isEmpty();
  }

  @Test
  void linksInACircleLeadToNothing() throws Exception {
    Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
    Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));

    assertThat(committed().read(folder.resolve("a"))).isEmpty();
  }

  @Test
  void whatIsOpenedOnceStaysAsItWas() throws Exception {
    Path file = folder.resolve("base/web.yaml");
    FileTexts texts = committed();
    assertThat(texts.read(file)).hasValue("web".getBytes(StandardCharsets.UTF_8));

    Files.writeString(file, "later");
    commit();

    assertThat(texts.read(file)).hasValue("web".getBytes(StandardCharsets.UTF_8));
    texts.close();
    assertThat(texts.read(file)).hasValue("later".getBytes(StandardCharsets.UTF_8));
    texts.close();
  }
}
