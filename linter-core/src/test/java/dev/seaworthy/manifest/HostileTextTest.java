package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Diagnostic;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Texts that ask for too much: each ends in a clear problem, and what stands beside it is read. */
@Timeout(60)
class HostileTextTest {

  private static final String GOOD =
      "---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: good}\n";

  @Test
  void aliasesThatMultiply() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("*a").append(i - 1).append("]\n");
    }

    assertRefused(bomb.toString(), "yaml-alias", "excessive aliasing");
  }

  @Test
  void mergesThatMultiply() {
    StringBuilder bomb = new StringBuilder("m0: &m0 {a: 1, b: 2, c: 3, d: 4}\n");
    for (int i = 1; i < 40; i++) {
      String before = "*m" + (i - 1);
      bomb.append("m").append(i).append(": &m").append(i).append("\n  <<: [");
      bomb.append(before).append(", ").append(before).append("]\n");
    }

    assertRefused(bomb.toString(), "yaml-alias", "excessive aliasing");
  }

  @Test
  void deepNesting() {
    assertRefused("a: " + "[".repeat(100_000), "read-limit", "1000 levels");
    assertRefused("a: " + "{a: ".repeat(100_000), "read-limit", "1000 levels");
    assertRefused("- ".repeat(100_000) + "x", "read-limit", "1000 levels");
    assertRefused("{\"a\":".repeat(100_000), "read-limit", "1000 levels");
    assertRefused("a: " + "[".repeat(100_000) + "]".repeat(100_000), "read-limit", "1000 levels");
  }

  @Test
  void deepIndentation() {
    StringBuilder deep = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      deep.append(" ".repeat(i)).append("a:\n");
    }

    assertRefused(deep.toString(), "read-limit", "1000 levels");
  }

  @Test
  void longLines() {
    assertRefused("a: " + "é".repeat(5_000_000), "read-limit", "the line has more than");
    assertRefused("a: &" + "x".repeat(5_000_000), "read-limit", "the line has more than");
  }

  @Test
  void longLinesThatAreAllowed() {
    assertThat(read("apiVersion: v1\nkind: ConfigMap\ndata: {a: &x " + "x".repeat(4_000_000) + "}\n"
                + GOOD)
            .documents())
        .hasSize(2);
    assertThat(read("apiVersion: v1\nkind: ConfigMap\ndata: {a: [" + "é, ".repeat(500_000) + "é]}\n"
                + GOOD)
            .documents())
        .hasSize(2);
    assertThat(read("apiVersion: v1\nkind: ConfigMap\ndata: {a: [" + "\"\\u00e9\", ".repeat(100_000)
                + "é]}\n" + GOOD)
            .documents())
        .hasSize(2);
  }

  @Test
  void files() {
    byte[] huge = new byte[ReadLimits.DEFAULT.fileBytes() + 1];
    Arrays.fill(huge, (byte) 'a');

    Reading reading = new ManifestReader().read("huge.yaml", huge);

    assertThat(reading.problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("bytes"));
  }

  @Test
  void versionsOfYamlThatThereAreNot() {
    assertRefused("%YAML 9.9", "yaml-syntax", "%YAML names a version that there is not");
  }

  @Test
  void otherEncodings() {
    for (String encoding : List.of("UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE")) {
      Reading reading = new ManifestReader()
          .read("other.yaml", "kind: Pod\n".getBytes(Charset.forName(encoding)));

      assertThat(reading.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.message())
            .contains("the file is no UTF-8 but binary, UTF-32, or UTF-16");
        assertThat(problem.remedy()).contains("Save it as UTF-8.");
      });
    }
  }

  @Test
  void binaryFiles() {
    byte[] bytes = new byte[100_000];
    new Random(7).nextBytes(bytes);
    bytes[0] = 'a';

    Reading reading = new ManifestReader().read("binary.yaml", bytes);

    assertThat(reading.documents()).isEmpty();
    assertThat(reading.problems()).hasSizeBetween(1, 3);
  }

  @Test
  void textsOfNothingButProblems() {
    Reading reading = read("a: [\n---\n".repeat(100_000) + GOOD);

    assertThat(reading.problems()).hasSize(101);
    assertThat(reading.documents()).hasSize(1);
  }

  @Test
  void valuesThatCostTime() {
    assertThat(read("a: [" + "1e-300, ".repeat(200_000) + "0]\n" + GOOD).documents())
        .hasSize(1);
    assertThat(read("a: " + "9".repeat(1_000_000) + "\n" + GOOD).documents()).hasSize(1);
    assertThat(read("{\"a\": " + "9".repeat(1_000_000) + "}").documents()).isEmpty();
  }

  private static void assertRefused(String text, String code, String words) {
    Reading reading = read(text + "\n" + GOOD);
    Diagnostic problem = reading.problems().get(0);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.message()).contains(words);
    if (!text.startsWith("{")) {
      assertThat(reading.documents()).hasSize(1);
    }
  }

  private static Reading read(String text) {
    return new ManifestReader().read("hostile.yaml", text.getBytes(StandardCharsets.UTF_8));
  }
}
