package dev.seaworthy.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code SECURITY.md} counts as a weakness, tried from outside: each input in a process of its own
 * that has 256 MB, ends by itself, says what is wrong in few words, and still judges the file beside it.
 */
@Tag("long")
class HostileProcessTest {

  private static final String REFUSED =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: web}, dta: {}}\n";
  private static final String REFUSAL = "refused.yaml:1:58: error: dta is not a field of ConfigMap";
  private static final String DATA =
      "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n";

  private static final int SIGINT = 2;

  @TempDir
  Path temporary;

  private Path folder;

  @BeforeEach
  void aFolderWithAMistake() throws IOException {
    folder = Files.createDirectory(temporary.resolve("input"));
    Files.writeString(folder.resolve("refused.yaml"), REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "lint"})
  void anAliasBomb(String command) throws Exception {
    given("hostile.yaml", text -> {
      text.write("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
      for (int i = 1; i < 30; i++) {
        text.write("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
      }
    });

    assertRefusedBriefly(command, 1, "excessive aliasing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "lint"})
  void nestingWithoutEnd(String command) throws Exception {
    given("hostile.yaml", text -> text.write("a: " + "[".repeat(3_000_000)));

    assertRefusedBriefly(command, 1, "nested more than 1000 levels deep");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "lint"})
  void aMillionKeys(String command) throws Exception {
    given("hostile.yaml", text -> {
      text.write(DATA);
      for (int i = 0; i < 1_000_000; i++) {
        text.write("  k" + i + ": b\n");
      }
    });

    assertThat(run(command).out()).contains(REFUSAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "lint"})
  void aMillionKeysThatAreTheSame(String command) throws Exception {
    given("hostile.yaml", text -> {
      text.write(DATA);
      for (int i = 0; i < 1_000_000; i++) {
        text.write("  a: b\n");
      }
    });

    assertRefusedBriefly(command, 1, "this object has at least 9000 more problems");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "lint"})
  void aHundredThousandDocumentsThatAreRefused(String command) throws Exception {
    given("hostile.yaml", text -> {
      for (int i = 0; i < 100_000; i++) {
        text.write("---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: a" + i + "}\ndta: {}\n");
      }
    });

    Run run = run(command, "-q");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out().lines())
        .filteredOn(line -> line.contains("error: dta"))
        .hasSize(100_001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "lint"})
  void aLineOfSixtyMegabytesWithAMistakeInEachOfItsObjects(String command) throws Exception {
    given("hostile.json", text -> {
      text.write("{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": [");
      for (int i = 0; i < 600; i++) {
        text.write((i == 0 ? "" : ",") + "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\","
            + " \"metadata\": {\"name\": \"a" + i + "\"}, \"data\": {\"a\": \""
            + "y".repeat(100_000)
            + "\"}, \"dta\": {}}");
      }
      text.write("]}");
    });

    Run run = run(command);

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("601 errors in 2 of 2 files").hasSizeLessThan(1_000_000);
  }

  @ParameterizedTest
  @ValueSource(longs = {60L << 20, 10L << 30})
  void aFileThatIsAllHole(long size) throws Exception {
    try (RandomAccessFile sparse =
        new RandomAccessFile(folder.resolve("hostile.yaml").toFile(), "rw")) {
      sparse.setLength(size);
    }

    boolean isRead = size < 64L << 20;
    assertRefusedBriefly("validate", isRead ? 1 : 2, "has more than");
  }

  @Test
  void aDeviceWithoutEnd() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/zero")), "there is no /dev/zero");

    Run run = new SmallProcess(folder).run("validate", "/dev/zero", "refused.yaml");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).contains("/dev/zero: error: has more than 67108864 bytes", REFUSAL);
  }

  @Test
  void linksThatLeadRoundInCircles() throws Exception {
    Files.createSymbolicLink(folder.resolve("up"), Path.of(".."));
    Files.createSymbolicLink(folder.resolve("self.yaml"), Path.of("self.yaml"));
    for (int i = 0; i < 40; i++) {
      Path each = Files.createDirectory(folder.resolve("d" + i));
      Files.createSymbolicLink(each.resolve("one"), Path.of("../d" + (i + 1) % 40));
      Files.createSymbolicLink(each.resolve("other"), Path.of("../d" + (i + 1) % 40));
    }

    assertRefusedBriefly("lint", 1, "links that are not followed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate", "lint"})
  void twentyThousandFiles(String command) throws Exception {
    for (int i = 0; i < 20_000; i++) {
      given("a" + i + ".yaml", workloadWithDanglingService(i));
    }

    Run run = run(command, "-q");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains(REFUSAL);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aDiskThatIsFull() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no /dev/full");

    Run printed = new SmallProcess(folder).printingTo(full).run("validate", "refused.yaml");
    Run written = run("validate", "-o", "text", "-o", "json=/dev/full");

    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err())
        .startsWith("seaworthy: cannot write to standard output")
        .hasLineCount(1);
    assertThat(written.status()).isEqualTo(2);
    assertThat(written.out()).contains(REFUSAL);
    assertThat(written.err()).startsWith("seaworthy: cannot write a report to /dev/full");
  }

  @Test
  void aFolderInWhichNoFileCanBeMadeIsNamedAndNoFileThatNobodyKnows() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self")), "there is no /proc");

    Run written = run("validate", "-o", "text", "-o", "json=/proc/x");

    assertThat(written.status()).isEqualTo(2);
    assertThat(written.err())
        .contains("cannot write a report to /proc/x: no file can be made in /proc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"version", "--version", "rules", "help", "explain pod"})
  void aDiskThatIsFullForWhatReadsNoManifest(String command) throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "there is no /dev/full");

    Run run = new SmallProcess(folder).printingTo(full).run(command.split(" "));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .startsWith("seaworthy: cannot write to standard output")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"validate .", "lint -o json .", "lint -o sarif ."})
  void aReaderWhoHasSeenEnough(String command) throws Exception {
    given("hostile.yaml", text -> text.write("---\n" + (REFUSED + "---\n").repeat(9_000)));
    Path pipe = pipe("../pipe");
    Process reader = new ProcessBuilder("head", "-c", "1", pipe.toString()).start();

    Run run = new SmallProcess(folder).printingTo(pipe).run(command.split(" "));

    assertThat(reader.waitFor()).isZero();
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void anInterrupt() throws Exception {
    Path pipe = pipe("hostile.yaml");
    SmallProcess command = new SmallProcess(folder);
    Process process = command.start("lint", "hostile.yaml", "refused.yaml");

    // Whoever writes into a pipe waits until somebody reads, and the reader for the end of the
    // text.
    try (Writer text = Files.newBufferedWriter(pipe)) {
      text.write("---\n");
      text.flush();
      if (ignoresInterrupts(process)) {
        process.destroy();
        abort("whoever runs this in the background has interrupts ignored");
      }
      assertThat(new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor())
          .isZero();
      Run run = command.end(process);

      assertThat(run.status()).isEqualTo(130);
      assertThat(run.out() + run.err()).isEmpty();
    }
  }

  /** A shell has what it starts in the background ignore them, and so do its children. */
  private static boolean ignoresInterrupts(Process process) throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .anyMatch(signals -> (signals & 1 << (SIGINT - 1)) != 0);
  }

  private Path pipe(String name) throws Exception {
    Path pipe = folder.resolve(name);
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no pipes");
    return pipe;
  }

  private void assertRefusedBriefly(String command, int status, String words) throws Exception {
    Run run = run(command);

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.out()).contains(words, REFUSAL).hasSizeLessThan(1_000_000);
    assertThat(run.err()).isEmpty();
  }

  private Run run(String command, String... options) throws Exception {
    String[] args = new String[options.length + 2];
    args[0] = command;
    System.arraycopy(options, 0, args, 1, options.length);
    args[args.length - 1] = ".";
    return new SmallProcess(folder).run(args);
  }

  private interface Text {
    void writeTo(Writer text) throws IOException;
  }

  private void given(String file, Text text) throws IOException {
    try (Writer out = Files.newBufferedWriter(folder.resolve(file))) {
      text.writeTo(out);
    }
  }

  private static Text workloadWithDanglingService(int number) {
    return text -> text.write("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: a%1$d}
        spec:
          replicas: 2
          selector: {matchLabels: {app: a%1$d}}
          template:
            metadata: {labels: {app: a%1$d}}
            spec: {containers: [{name: web, image: "nginx:1.%1$d"}]}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: a%1$d}
        spec: {selector: {app: b%1$d}, ports: [{port: 80}]}
        """.formatted(number));
  }
}
