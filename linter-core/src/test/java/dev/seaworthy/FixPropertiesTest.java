package dev.seaworthy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.report.FileReport;
import dev.seaworthy.report.ObjectReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What holds for every text that is mended by all rules: the examples, what rules object to, the
 * manifests that the recorded cases start from.
 */
class FixPropertiesTest {

  private static final Path RULES = Path.of("../rules/src/main/resources/dev/seaworthy/rules");
  private static final Path EXAMPLES = Path.of("../examples");
  private static final Corpus CORPUS = new Corpus(Corpus.OF_THIS_MODULE);
  private static final Seaworthy SEAWORTHY =
      Seaworthy.of(Settings.usual().withProfile("all").withThreads(1));

  private static final AtomicInteger FIXES = new AtomicInteger();

  @TestFactory
  Stream<DynamicTest> whatIsMended() {
    Map<String, String> texts = texts();
    assertThat(texts).hasSizeGreaterThan(300);
    return Stream.concat(
        texts.entrySet().stream()
            .map(text -> DynamicTest.dynamicTest(text.getKey(), () -> hold(text.getValue()))),
        Stream.of(DynamicTest.dynamicTest(
            "it was much", () -> assertThat(FIXES).hasValueGreaterThan(2_000))));
  }

  private static void hold(String before) {
    FixReport fixed = fix(before);
    String after = after(fixed, before);

    FIXES.addAndGet(fixed.fixes());
    if (!after.equals(before)) {
      assertThat(after(fix(after), after)).as("twice is once").isEqualTo(after);
    }
    assertThat(comments(after)).as("comments survive").containsAll(comments(before));
    assertThat(accepted(after)).as("what is accepted stays so").containsAll(accepted(before));
    assertThat(ends(after)).as("line ends stay").isEqualTo(ends(before));
  }

  private static FixReport fix(String text) {
    return SEAWORTHY.fix(Input.text("a.yaml", text), Fixing.alsoUnsafe());
  }

  private static String after(FixReport report, String before) {
    return report.files().isEmpty()
        ? before
        : new String(report.files().get(0).after().utf8(), StandardCharsets.UTF_8);
  }

  private static List<String> comments(String text) {
    return text.lines()
        .filter(line -> line.contains(" # ") || line.startsWith("#"))
        .map(line -> line.substring(line.indexOf('#')).strip())
        .toList();
  }

  private static List<String> accepted(String text) {
    List<String> accepted = new ArrayList<>();
    for (FileReport file : SEAWORTHY.validate(Input.text("a.yaml", text))) {
      for (ObjectReport object : file.objects()) {
        if (object.answer().accepted()) {
          accepted.add(
              object.document() + object.subject().kind() + object.subject().name());
        }
      }
    }
    return accepted;
  }

  private static String ends(String text) {
    return (text.endsWith("\n") ? "ends " : "") + (text.contains("\r\n") ? "CRLF" : "");
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (Path folder : List.of(EXAMPLES, RULES)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(FixPropertiesTest::isManifest)
            .sorted()
            .forEach(file -> texts.put(file.toString(), read(file)));
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    List<String> bases = CORPUS.stems("base", ".yaml");
    for (int i = 0; i < bases.size(); i++) {
      texts.put(bases.get(i), inOneOfItsForms(i, CORPUS.path("base/" + bases.get(i) + ".yaml")));
    }
    return texts;
  }

  /** In turn: as it is, with the line ends of Windows, without a last one, as JSON, in a list. */
  private static String inOneOfItsForms(int number, Path file) {
    String text = read(file);
    return switch (number % 5) {
      case 1 -> text.replace("\n", "\r\n");
      case 2 -> text.stripTrailing();
      case 3 -> json(text);
      case 4 ->
        "apiVersion: v1\nkind: List\nitems:\n- "
            + text.stripTrailing().indent(2).strip();
      default -> text;
    };
  }

  private static String json(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new ManifestReader()
        .read("a.yaml", utf8).documents().stream()
            .map(document -> document.root().toJson())
            .collect(Collectors.joining("\n"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isManifest(Path file) {
    return file.toString().endsWith(".yaml")
        && !file.getFileName().toString().equals("rule.yaml")
        && !file.toString().contains("good");
  }
}
