package dev.seaworthy.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.project.InputDiscovery.Found;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputDiscoveryTest {

  @TempDir
  Path folder;

  @Test
  void takesManifestsOfAFolderByName() throws IOException {
    given("b/two.yml", "a.yaml", "b/one.json", "notes.txt", "b.yaml");

    assertThat(namesIn(find("."))).containsExactly("a.yaml", "b/one.json", "b/two.yml", "b.yaml");
  }

  @Test
  void takesAFileThatIsNamedWhateverItsName() throws IOException {
    given("notes.txt");

    assertThat(namesIn(find("notes.txt"))).containsExactly("notes.txt");
  }

  @Test
  void takesEachFileOnce() throws IOException {
    given("a.yaml", "b.yaml");

    assertThat(namesIn(find("b.yaml", ".", "a.yaml"))).containsExactly("b.yaml", "a.yaml");
    assertThat(
            find("a.yaml", "./a.yaml", "../" + folder.getFileName() + "/a.yaml").sources())
        .hasSize(1);
  }

  @Test
  void leavesOutHiddenFoldersAndPackagesOfNode() throws IOException {
    given(".git/a.yaml", ".cache/b.yaml", "node_modules/c/d.yaml", ".hidden.yaml", "e.yaml");

    assertThat(namesIn(find("."))).containsExactly("e.yaml");
  }

  @Test
  void leavesOutWhatGoHasCopied() throws IOException {
    given("vendor/k8s.io/a.yaml", "cmd/vendor/b.yaml", "e.yaml");
    write("vendor/modules.txt", "# k8s.io/api v0.35.0\n");

    Found found = find(".");

    assertThat(namesIn(found)).containsExactly("cmd/vendor/b.yaml", "e.yaml");
    assertThat(found.passedOver())
        .extracting(Diagnostic::message)
        .containsExactly(
            "what Go has copied of other projects is not looked at; name it to have it judged");
    assertThat(namesIn(find("vendor/k8s.io"))).containsExactly("vendor/k8s.io/a.yaml");
  }

  @Test
  void leavesOutWhatGitIgnores() throws IOException {
    given("out/a.yaml", "keep.yaml", "deep/tmp.yaml", "deep/tmp-kept.yaml");
    write(".gitignore", "/out/\ntmp*.yaml\n");
    write("deep/.gitignore", "!tmp-kept.yaml\n");

    assertThat(namesIn(find("."))).containsExactly("deep/tmp-kept.yaml", "keep.yaml");
  }

  @Test
  void leavesOutWhatSeaworthyignoreNames() throws IOException {
    given("charts/values.yaml", "a.yaml");
    write(".seaworthyignore", "charts/\n");

    assertThat(namesIn(find("."))).containsExactly("a.yaml");
  }

  @Test
  void asksTheIgnoreFilesAboveUpToTheRepository() throws IOException {
    given("app/a.yaml", "app/b.yaml", ".git/HEAD");
    write(".gitignore", "app/b.yaml\n");

    assertThat(namesIn(find("app"))).containsExactly("app/a.yaml");
  }

  @Test
  void readsPatternsAsShellsDo() throws IOException {
    given("k8s/a.yaml", "k8s/deep/b.yaml", "k8s/deep/c.json", "other/d.yaml");

    assertThat(namesIn(find("k8s/**/*.yaml"))).containsExactly("k8s/a.yaml", "k8s/deep/b.yaml");
    assertThat(namesIn(find("k8s/*.yaml"))).containsExactly("k8s/a.yaml");
  }

  @Test
  void readsStandardInput() throws IOException {
    InputStream in = new ByteArrayInputStream("kind: Pod".getBytes(StandardCharsets.UTF_8));

    Found found = InputDiscovery.find(List.of("-"), in);

    assertThat(found.sources()).extracting(InputSource::name).containsExactly("<stdin>");
    assertThat(found.sources().get(0).read(4)).asString().isEqualTo("kind");
  }

  @Test
  void tellsOfPathsThatLeadNowhere() throws IOException {
    Found found = find("nowhere.yaml", "no/*.yaml");

    assertThat(found.problems())
        .extracting(Diagnostic::code, Diagnostic::message)
        .containsExactly(
            tuple("unreadable", "there is no such file or folder"),
            tuple("unreadable", "no file matches this pattern"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x[.yaml", "a{b", "x[", "a[/x", "**/{"})
  void aBracketLeftOpenIsPartOfAName(String path) throws IOException {
    assertThat(find(path).problems())
        .extracting(Diagnostic::message)
        .containsExactly("there is no such file or folder");

    given(path);

    assertThat(namesIn(find(path))).containsExactly(path);
  }

  @Test
  void tellsOfLinkLoopsAndReadsTheRest() throws IOException {
    given("a/b/c.yaml", "z.yaml");
    Files.createSymbolicLink(folder.resolve("a/b/up"), folder.resolve("a"));
    Files.createSymbolicLink(folder.resolve("self.yaml"), folder.resolve("self.yaml"));
    Files.createSymbolicLink(folder.resolve("lost.yaml"), folder.resolve("gone.yaml"));

    Found found = find(".");

    assertThat(namesIn(found)).containsExactly("a/b/c.yaml", "z.yaml");
    assertThat(found.problems()).isEmpty();
    assertThat(notesOf(found))
        .containsExactlyInAnyOrder(
            "a/b/up: the link leads back to a folder that it lies in",
            "lost.yaml: the link leads nowhere",
            "self.yaml: the link leads nowhere");
  }

  @Test
  void looksOnceWhereSeveralLinksLeadSoThatTheyMultiplyNothing() throws IOException {
    given("d30/a.yaml");
    for (int i = 0; i < 30; i++) {
      Files.createDirectory(folder.resolve("d" + i));
      for (String link : List.of("one", "other")) {
        Files.createSymbolicLink(folder.resolve("d" + i + "/" + link), Path.of("../d" + (i + 1)));
      }
    }

    Found found = find(".");

    assertThat(namesIn(found)).hasSize(2).contains("d30/a.yaml");
    assertThat(found.problems()).isEmpty();
    assertThat(notesOf(found))
        .contains("d0/other: the link leads where another link has led already");
  }

  @Test
  void saysHowToComeByWhatAUrlNames() {
    Found found = InputDiscovery.find(
        List.of("https://example.com/deploy/web.yaml", "git@example.com:team/shop.git"),
        InputStream.nullInputStream());

    assertThat(found.problems())
        .extracting(Diagnostic::message)
        .containsOnly("this is a URL, and nothing is fetched from the network");
    assertThat(found.problems())
        .extracting(problem -> problem.remedy().orElse(""))
        .containsExactly(
            "Fetch it and pass it on: curl -fsSL https://example.com/deploy/web.yaml | seaworthy"
                + " validate -",
            "Fetch it (git clone, curl) and name the file or folder.");
  }

  @Test
  void aLinkThatGoesRoundIsNoPatternAndSaysSo() throws IOException {
    Files.createSymbolicLink(folder.resolve("round"), folder.resolve("round"));

    assertThat(find("round").problems())
        .extracting(Diagnostic::message)
        .singleElement()
        .asString()
        .startsWith("cannot be read: ");
  }

  @Test
  void followsNoLinkOutOfTheFolderAndSaysSo() throws IOException {
    given("project/a.yaml", "elsewhere/b.yaml");
    Files.createSymbolicLink(folder.resolve("project/out"), folder.resolve("elsewhere"));
    Files.createSymbolicLink(folder.resolve("project/machine"), Path.of("/"));

    Found found = find("project");

    assertThat(namesIn(found)).containsExactly("project/a.yaml");
    assertThat(notesOf(found))
        .containsExactly(
            "project/machine: the link leads back to a folder that it lies in",
            "project/out: the link leads out of " + folder.resolve("project").toRealPath()
                + "; name it to have it judged");
    assertThat(namesIn(find("project/out"))).containsExactly("project/out/b.yaml");
  }

  @Test
  void followsLinksWithinAGitRepository() throws IOException {
    given(".git/HEAD", "base/b.yaml", "prod/a.yaml");
    Files.createSymbolicLink(folder.resolve("prod/base"), folder.resolve("base"));

    assertThat(namesIn(find("prod"))).containsExactly("prod/a.yaml", "prod/base/b.yaml");
  }

  @Test
  void followsLinksThatLeadElsewhere() throws IOException {
    given("real/a.yaml");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

    assertThat(namesIn(find("."))).containsExactly("link/a.yaml", "real/a.yaml");
  }

  private List<String> notesOf(Found found) {
    return found.passedOver().stream()
        .map(note -> relative(note.place().file()) + ": " + note.message())
        .toList();
  }

  private void given(String... files) throws IOException {
    for (String file : files) {
      write(file, "kind: Pod\n");
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Found find(String... paths) {
    List<String> arguments = Arrays.stream(paths)
        .map(path -> path.equals(".") ? folder.toString() : folder + "/" + path)
        .toList();
    return InputDiscovery.find(arguments, InputStream.nullInputStream());
  }

  private List<String> namesIn(Found found) {
    return found.sources().stream().map(InputSource::name).map(this::relative).toList();
  }

  private String relative(String name) {
    return name.substring(InputSource.nameOf(folder).length() + 1);
  }
}
