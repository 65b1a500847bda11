package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same object twice: an error only where it is certain that both are applied together. */
class DuplicatesTest {

  private static final String ONE =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: web, namespace: shop}, data: {a: one}}\n";

  private static final String OTHER = ONE.replace("one", "other");

  @TempDir
  Path folder;

  @Test
  void isAnErrorInOneFile() throws IOException {
    given("web.yaml", ONE + "---\n" + OTHER);

    assertThat(lint("."))
        .contains("web.yaml:3:", "error: ConfigMap shop/web is another one already");
  }

  @Test
  void isAnErrorOnOneStream() {
    Run run = Run.withInput(ONE + "---\n" + OTHER, "lint", "-");

    assertThat(run.out())
        .contains("<stdin>:3:", "error: ConfigMap shop/web is another one already");
  }

  @Test
  void isAnErrorAmongWhatAKustomizationLists() throws IOException {
    given("kustomization.yaml", "resources: [a.yaml, parts/b.yaml]");
    given("a.yaml", ONE);
    given("parts/b.yaml", OTHER);

    assertThat(lint(".")).contains("parts/b.yaml:1:", "error: ConfigMap shop/web is another one");
  }

  @Test
  void isAWarningAmongFilesOfAFolderWhichMayBeVariants() throws IOException {
    given("a.yaml", ONE);
    given("b.yaml", OTHER);

    assertThat(lint("."))
        .contains("b.yaml:1:", "warning: ConfigMap shop/web is another one in this folder")
        .doesNotContain("error:");
  }

  @Test
  void isARemarkWhereTheFilesOfAFolderSayTheSame() throws IOException {
    given("a.yaml", ONE);
    given("b.yaml", ONE);

    assertThat(lint(".")).contains("info: ConfigMap shop/web stands here a second time");
  }

  @Test
  void isFineBesideWhatAKustomizationLists() throws IOException {
    given("kustomization.yaml", "resources: [a.yaml]");
    given("a.yaml", ONE);
    given("b.yaml", OTHER);

    assertThat(lint(".")).contains("Nothing found");
  }

  @Test
  void isFineInAnOverlayAndInAnotherOne() throws IOException {
    given("base/kustomization.yaml", "resources: [a.yaml]");
    given("base/a.yaml", ONE);
    for (String overlay : new String[] {"overlays/one/", "overlays/two/"}) {
      given(overlay + "kustomization.yaml", "resources: [../../base, a.yaml]");
      given(overlay + "a.yaml", OTHER);
    }

    assertThat(lint(".")).contains("Nothing found");
  }

  @Test
  void isNotToldOfFilesThatNobodyAskedAbout() throws IOException {
    given("a.yaml", ONE);
    given("b.yaml", OTHER);

    assertThat(lint("b.yaml")).contains("Nothing found", "Seen with 1 other file");
  }

  private void given(String file, String text) throws IOException {
    new Workspace(folder).given(file, text);
  }

  private String lint(String path) {
    return new Workspace(folder).runOn(path, "lint", "--fail-on", "info").out();
  }
}
