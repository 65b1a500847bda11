package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code lint --fix} and its like, as a user sees it. */
class FixCommandTest {

  private static final String BUDGET = """
      apiVersion: policy/v1beta1
      kind: PodDisruptionBudget
      metadata: {name: web}
      spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}
      """;

  private static final String CRON_JOB = """
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
                    securityContext: {privileged: true}
      """;

  @TempDir
  Path folder;

  private Path budget;
  private Path job;

  @BeforeEach
  void givenTwoFiles() throws IOException {
    budget = Files.writeString(folder.resolve("budget.yaml"), BUDGET);
    job = Files.writeString(folder.resolve("job.yaml"), CRON_JOB);
  }

  @Test
  void mendsFilesAndReportsTheRest() {
    Run run = lint("--fix");

    assertThat(budget).hasContent(BUDGET.replace("v1beta1", "v1"));
    assertThat(job).hasContent(CRON_JOB.replace("v1beta1", "v1"));
    assertThat(run.err()).contains("seaworthy: 2 findings mended in 2 files");
    assertThat(run.out()).contains("container-privileged").doesNotContain("api-version-removed");
    assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
  }

  @Test
  void mendsTheRestWhenAsked() {
    Run run = lint("--fix-unsafe");

    assertThat(job)
        .hasContent(CRON_JOB
            .replace("v1beta1", "v1")
            .replace("securityContext: {privileged: true}", "securityContext: {}"));
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
  }

  @Test
  void showsWithoutWriting() {
    Run run = lint("--diff");

    assertThat(run.out())
        .contains("-apiVersion: policy/v1beta1\n+apiVersion: policy/v1\n")
        .doesNotContain("privileged");
    assertThat(run.err()).contains("2 findings could be mended in 2 files; nothing is written");
    assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
    assertThat(budget).hasContent(BUDGET);
  }

  @Test
  void showsNothingWhereThereIsNothingToMend() {
    lint("--fix");

    Run run = lint("--diff");

    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("nothing could be mended");
    assertThat(run.status()).isEqualTo(ExitStatus.OK);
  }

  @Test
  void tellsFixesInJsonAndSarif() {
    assertThat(lint("-o", "json").out()).doesNotContain("\"edits\"");
    assertThat(lint("-o", "json", "--show-fixes").out())
        .contains("\"fix\": {\"safe\": true, \"edits\": [{\"line\": 1, \"column\": 13,");
    assertThat(lint("-o", "sarif").out())
        .contains("\"insertedContent\": {\"text\": \"policy/v1\"}");
  }

  @Test
  void heedsWhichRulesRun() {
    lint("--fix", "--disable", "api-version-removed");

    assertThat(budget).hasContent(BUDGET);
  }

  @Test
  void leavesTheBaselineAlone() {
    Path known = folder.resolve("known.yaml");
    lint("--update-baseline", "--baseline", known.toString());

    Run run = lint("--fix-unsafe", "--baseline", known.toString());

    assertThat(run.err()).contains("nothing mended");
    assertThat(budget).hasContent(BUDGET);
  }

  @Test
  void leavesExcludedFilesAlone() {
    lint("--fix", "--exclude", folder.resolve("budget.yaml").toString());

    assertThat(budget).hasContent(BUDGET);
    assertThat(job).hasContent(CRON_JOB.replace("v1beta1", "v1"));
  }

  @Test
  void saysThatAFileOfAnotherEncodingIsLeft() throws IOException {
    byte[] utf16 = BUDGET.getBytes(StandardCharsets.UTF_16);
    Files.write(budget, utf16);

    Run run = lint("--fix");

    assertThat(run.err())
        .contains(
            "budget.yaml is left as it is: it is UTF-16, and only UTF-8 is written; save it as UTF-8"
                + " first",
            "seaworthy: 1 finding mended in 1 file");
    assertThat(budget).hasBinaryContent(utf16);
    assertThat(lint("--fix", "--diff").err()).contains("budget.yaml is left as it is");
  }

  @Test
  void saysThatAFileIsWriteProtected() throws IOException {
    Files.setPosixFilePermissions(budget, PosixFilePermissions.fromString("r--r--r--"));

    Run run = lint("--fix");

    assertThat(run.err()).contains("cannot mend", "budget.yaml is write-protected");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILURE);
    assertThat(budget).hasContent(BUDGET);
  }

  @Test
  void mendsTheOtherFilesAndReportsWhatIsLeft() throws IOException {
    Files.setPosixFilePermissions(budget, PosixFilePermissions.fromString("r--r--r--"));

    Run run = lint("--fix");

    assertThat(job).hasContent(CRON_JOB.replace("v1beta1", "v1"));
    assertThat(run.err()).contains("budget.yaml is write-protected", "1 finding mended in 1 file");
    assertThat(run.out())
        .as("what is left, in the file that could not be written too")
        .contains("budget.yaml:1:13: ", "[container-privileged]")
        .doesNotContain("job.yaml:1:");
    assertThat(run.status()).isEqualTo(ExitStatus.FAILURE);
  }

  @Test
  void needsFiles() {
    assertThat(Run.withInput(BUDGET, "lint", "--fix", "-"))
        .returns(ExitStatus.FAILURE, Run::status)
        .extracting(Run::err)
        .asString()
        .contains("--fix mends files, and standard input is none; name the file");
    assertThat(Run.of("lint", "--staged", "--diff").err())
        .contains("not as they are staged; leave out --staged, name the files");
    assertThat(lint("--fix", "--update-baseline").err()).contains("are two runs");
  }

  private Run lint(String... options) {
    String[] args = new String[options.length + 2];
    args[0] = "lint";
    args[1] = folder.toString();
    System.arraycopy(options, 0, args, 2, options.length);
    return Run.of(args);
  }
}
