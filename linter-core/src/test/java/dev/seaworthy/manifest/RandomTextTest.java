package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.conformance.RecordedText;
import dev.seaworthy.manifest.DocumentSplitter.Chunk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/** What holds for every text, tried on texts made from a seed; a failure names the seed. */
@Timeout(120)
class RandomTextTest {

  private static final int TEXTS = 400;

  @TestFactory
  List<DynamicTest> whatIsWrittenAsJsonOrYamlIsReadAsTheSame() {
    return seeds(random -> {
      Node value = new RandomNodes(random).mapping(4);

      assertThat(parseJson(value.toJson())).isEqualTo(value.toJson());
      assertThat(parseYaml(value.toJson())).isEqualTo(value.toJson());
      assertThat(parseYaml(RandomNodes.blockStyle(value))).isEqualTo(value.toJson());
    });
  }

  @TestFactory
  List<DynamicTest> brokenTextsNeverThrowAndBothWaysOfReadingAgree() {
    List<RecordedText> records = new Corpus(Corpus.OF_THIS_MODULE).texts();
    return seeds(random -> {
      byte[] text = mutated(records.get(random.nextInt(records.size())).text(), random);

      Reading reading = new ManifestReader().read("random.yaml", text);

      assertThat(reading.documents().size() + reading.problems().size()).isPositive();
      assertThat(reading.problems()).allSatisfy(problem -> {
        assertThat(ProblemCode.of(problem.code())).isPresent();
        assertThat(problem.message()).isNotBlank();
      });
      byte[] utf8 = TextDecoding.toUtf8(text);
      DocumentSplitter splitter = new DocumentSplitter(utf8, 0, 1);
      while (splitter.hasNext()) {
        Chunk chunk = splitter.next();
        SimpleYamlTest.agree("random.yaml", utf8, chunk);
      }
    });
  }

  private interface Check {
    void accept(Random random) throws Exception;
  }

  private static List<DynamicTest> seeds(Check check) {
    return LongStream.range(0, 10)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
          Random random = new Random(seed);
          for (int i = 0; i < TEXTS; i++) {
            check.accept(random);
          }
        }))
        .toList();
  }

  private static String parseJson(String text) throws UnreadableException {
    return new JsonParser(bytes(text), 0, 1, ReadLimits.DEFAULT).next().root().toJson();
  }

  private static String parseYaml(String text) throws UnreadableException {
    byte[] bytes = bytes(text);
    Chunk chunk = new Chunk(0, bytes.length, 1, 0);
    return new YamlDocument(bytes, chunk, ReadLimits.DEFAULT, new SharedTexts())
        .read()
        .root()
        .toJson();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] mutated(byte[] text, Random random) {
    List<Byte> bytes = new ArrayList<>();
    for (byte b : text) {
      bytes.add(b);
    }
    String special = "\n\t :-#'\"{}[]&*!|>%@,?~\\0aé\u0085";
    for (int i = random.nextInt(4); i >= 0 && bytes.size() > 1; i--) {
      int at = random.nextInt(bytes.size());
      switch (random.nextInt(4)) {
        case 0 -> bytes.remove(at);
        case 1 -> bytes.set(at, (byte) random.nextInt(256));
        case 2 -> bytes.add(at, bytes.get(random.nextInt(bytes.size())));
        default -> bytes.add(at, (byte) special.charAt(random.nextInt(special.length())));
      }
    }
    byte[] changed = new byte[bytes.size()];
    for (int i = 0; i < changed.length; i++) {
      changed[i] = bytes.get(i);
    }
    return changed;
  }
}
