package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody might write to hurt a build: one clear line each, and everything else is checked. */
class HostileInputTest {

  private static final String REFUSED =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, dta: {}}";

  @TempDir
  Path folder;

  @Test
  void anAliasBombEndsInOneErrorAndTheOtherFileIsJudged() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 10; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
    }

    assertThat(validated(bomb.toString())).contains("aliases").contains("dta is not a field");
  }

  @Test
  void nestingWithoutEndIsALimitNotACrash() throws IOException {
    assertThat(validated("a: " + "[".repeat(100_000) + "]".repeat(100_000)))
        .contains("nested more than 1000 levels deep")
        .contains("dta is not a field");
  }

  @Test
  void bytesThatAreNoTextAreSaidToBe() throws IOException {
    assertThat(validated("\u0001\u0002\u0003"))
        .contains("control character")
        .contains("dta is not a field");
  }

  @Test
  void controlCharactersOfAFileNeverReachTheTerminal() throws IOException {
    assertThat(validated("{apiVersion: v1, kind: Pod, \"\\e[31mred\": 1}"))
        .doesNotContain("\u001b[31m");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "sarif", "junit", "github"})
  void aValueOfAMillionCharactersIsNeverPrintedWhole(String format) {
    String value = "x".repeat(1_000_000);
    for (String object : List.of(
        "{apiVersion: v1, kind: Pod, metadata: {name: '%s'}, spec: {}}",
        "{apiVersion: v1, kind: Pod, metadata: {name: a, labels: {b: '%s'}}, spec: {}}",
        "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {restartPolicy: '%s'}}",
        "{apiVersion: v1, kind: '%s', metadata: {name: a}}",
        "{apiVersion: 'example.com/%s', kind: A, metadata: {name: a}}")) {
      Run run = Run.withInput(object.formatted(value), "lint", "-v", "-o", format, "-");

      assertThat(run.out()).isNotEmpty().hasSizeLessThan(50_000);
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void whatALongValueMustBeIsStillSaid() {
    Run run = Run.withInput(
        "{apiVersion: v1, kind: Pod, metadata: {name: '" + "x".repeat(1_000_000) + "'}, spec: {}}",
        "validate",
        "-");

    assertThat(run.out()).contains("error: name is 'xxx", "xxx', must be no more than 253 bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/zero", "/dev/random"})
  @EnabledIf("hasDevices")
  void aDeviceWithoutEndMeetsTheLimitOfSizeAndTheOtherFileIsJudged(String device)
      throws IOException {
    Path refused = Files.writeString(folder.resolve("refused.yaml"), REFUSED);

    Run run = Run.of("validate", device, refused.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out())
        .contains(device + ": error: has more than 67108864 bytes")
        .contains("dta is not a field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "lint", "dry-run"})
  @EnabledIf("hasDevices")
  void aPipeIsReadToItsEndAndOnce(String command) throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes");
    Files.writeString(folder.resolve("refused.yaml"), REFUSED);
    Process writer = new ProcessBuilder("sh", "-c", "cat refused.yaml > pipe")
        .directory(folder.toFile())
        .start();

    Run run = Run.of(command, pipe.toString());

    assertThat(run.out()).contains("dta is not a field");
    assertThat(writer.waitFor()).isZero();
  }

  @Test
  @EnabledIf("hasDevices")
  void aPipeIntoWhichNobodyWritesIsToldAndTheOtherFileIsJudged() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes");
    Path refused = Files.writeString(folder.resolve("refused.yaml"), REFUSED);

    Run run = Run.of("validate", pipe.toString(), refused.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out())
        .contains("pipe: error: cannot be read: it is a pipe into which nothing writes")
        .contains("dta is not a field");
  }

  @Test
  @EnabledIf("hasDevices")
  void aConfigurationWithoutEndMeetsTheLimitOfSize() {
    Run run = Run.withInput(REFUSED, "lint", "--config", "/dev/zero", "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("/dev/zero: error: the configuration cannot be read: it has more than");
  }

  @Test
  void aConfigurationOfThousandsOfMistakesIsToldBriefly() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      text.append("word").append(i).append(": 1\n");
    }
    Path configuration = Files.writeString(folder.resolve("c.yaml"), text);

    Run run = Run.withInput(REFUSED, "lint", "--config", configuration.toString(), "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(51).last().isEqualTo("seaworthy: 4950 more problems");
  }

  @Test
  @EnabledIf("hasDevices")
  void aConfigurationThatNobodyWritesIsTold() throws Exception {
    Path pipe = pipe();

    Run run = Run.withInput(REFUSED, "lint", "--config", pipe.toString(), "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("the configuration cannot be read: it is a pipe into which nothing writes");
  }

  @Test
  @EnabledIf("hasDevices")
  void aReportThatNobodyReadsIsTold() throws Exception {
    Path pipe = pipe();

    Run run = Run.withInput(REFUSED, "lint", "-o", "json=" + pipe, "-");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("it is a pipe from which nothing reads");
  }

  @Test
  @EnabledIf("hasDevices")
  void whatIsNoFileIsNotMended() {
    Run run = Run.of("lint", "--fix", "/dev/null");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--fix mends files, and /dev/null is none; name the file");
  }

  private Path pipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes");
    return pipe;
  }

  @Test
  @EnabledIf("hasDevices")
  void aTerminalAtWhichNobodyTypesIsTold() {
    assumeTrue(Files.exists(Path.of("/dev/ptmx")), "no terminals");

    Run run = Run.of("validate", "/dev/ptmx");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("/dev/ptmx: error: cannot be read: ");
  }

  static boolean hasDevices() {
    return Files.exists(Path.of("/dev/zero"));
  }

  @Test
  void aFindingCostsTheSameOnALongLine() {
    String list = IntStream.range(0, 500)
        .mapToObj(i -> """
            {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "web-%d",
            "annotations": {"a": "%s"}}, "dta": {}}\
            """.formatted(i, "b".repeat(1_000)))
        .collect(Collectors.joining(","))
        .replace("\n", "");

    Run run = Run.withInput(
        "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [" + list + "]}", "validate", "-");

    assertThat(run.out()).contains("500 errors").hasSizeLessThan(500 * 1_000);
  }

  @Test
  void moreThanAThousandProblemsOfAnObjectAreCounted() {
    String keys = IntStream.range(0, 20_000)
        .mapToObj(i -> "\"bad key %d\": a".formatted(i))
        .collect(Collectors.joining(", "));

    Run run = Run.withInput(
        "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, data: {" + keys + "}}",
        "validate",
        "-");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("this object has 19000 more problems, which are not listed")
        .contains("1001 errors in 1 of 1 file");
  }

  @Test
  void portsThatAllMeetAreToldOfWithoutComparingAllWithAll() {
    String containers = IntStream.range(0, 5_000)
        .mapToObj(i -> "{name: c%d, image: nginx, ports: [{containerPort: 80}]}".formatted(i))
        .collect(Collectors.joining(", "));

    Run run = Run.withInput(
        "{apiVersion: v1, kind: Pod, metadata: {name: web}, spec: {containers: [" + containers
            + "]}}",
        "validate",
        "-");

    assertThat(run.out()).contains("more problems, which are not listed");
  }

  private String validated(String hostile) throws IOException {
    Files.writeString(folder.resolve("a-hostile.yaml"), hostile);
    Files.writeString(folder.resolve("b-refused.yaml"), REFUSED);
    Run run = Run.of("validate", folder.toString());
    assertThat(run.status()).isEqualTo(1);
    return run.out();
  }
}
