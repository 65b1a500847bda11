package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputsTest {

  private static final String REFUSED =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: Web}, data: {greeting: hello}}";

  @TempDir
  Path folder;

  @Test
  void oneReportGoesToStandardOutputAndOthersToFiles() throws IOException {
    Path json = folder.resolve("lint.json");

    Run run = Run.withInput(REFUSED, "lint", "-o", "text", "-o", "json=" + json, "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).startsWith("<stdin>:1:").endsWith("422 Invalid.\n");
    assertThat(json).content().startsWith("{\"findings\": [").contains("api-rejected");
    assertThat(filesInFolder()).isEqualTo(1);
  }

  @Test
  void aMisspeltFormatIsToldWithTheNearestAndAll() {
    Run run = Run.withInput(REFUSED, "lint", "-o", "jason", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("no format 'jason'; did you mean json? There are ");
  }

  @Test
  void twoReportsNeverGoToOnePlace() {
    String file = folder.resolve("report").toString();

    assertThat(Run.withInput(REFUSED, "lint", "-o", "text", "-o", "json", "-"))
        .satisfies(run -> assertThat(run.status()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("can't both go to standard output"));
    assertThat(Run.withInput(REFUSED, "lint", "-o", "text=" + file, "-o", "json=" + file, "-"))
        .satisfies(run -> assertThat(run.status()).isEqualTo(2))
        .satisfies(run -> assertThat(run.err()).contains("can't both go to " + file));
  }

  @Test
  void aFolderThatIsMissingIsSaidBeforeAnythingIsDone() {
    Run run = Run.withInput(REFUSED, "lint", "-o", "json=" + folder.resolve("no/lint.json"), "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("there is no folder");
  }

  @Test
  void aRunThatBreaksOffLeavesTheOldReport() throws IOException {
    Path json = Files.writeString(folder.resolve("lint.json"), "old");

    Run run = Run.of("dry-run", "-o", "json=" + json, "--scenario", folder + "/no-such-story");

    assertThat(run.status()).isEqualTo(2);
    assertThat(json).hasContent("old");
    assertThat(filesInFolder()).isEqualTo(1);
  }

  private long filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
