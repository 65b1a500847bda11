package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.manifest.DocumentSplitter.Chunk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the fast reader to the trees of the full parser. */
class SimpleYamlTest {

  @Test
  void readsManifestsLikeTheFullParser() throws IOException {
    int simple = 0;
    int all = 0;
    for (Path file : manifests()) {
      byte[] text = TextDecoding.toUtf8(Files.readAllBytes(file));
      DocumentSplitter splitter = new DocumentSplitter(text, 0, 1);
      while (splitter.hasNext()) {
        Chunk chunk = splitter.next();
        all++;
        simple += agree(file.toString(), text, chunk) ? 1 : 0;
      }
    }
    System.out.println("read fast: " + simple + " of " + all);
    assertThat(simple).isGreaterThan(all / 2);
  }

  static boolean agree(String name, byte[] text, Chunk chunk) {
    Tree tree = SimpleYaml.read(text, chunk, ReadLimits.DEFAULT, new SharedTexts());
    if (tree == null) {
      return false;
    }
    try {
      Tree full = new YamlDocument(text, chunk, ReadLimits.DEFAULT, new SharedTexts()).readFully();
      assertThat(places(tree.root())).as(name).isEqualTo(places(full.root()));
      assertThat(tree.duplicatesIn(tree.root())).isEqualTo(full.duplicatesIn(full.root()));
    } catch (UnreadableException refused) {
      throw new AssertionError(
          name + " is refused by the full parser: " + refused.problem(), refused);
    }
    return true;
  }

  private static String places(Node root) {
    if (root.isAbsent()) {
      return "nothing";
    }
    StringBuilder out = new StringBuilder();
    write(root, "", out);
    return out.toString();
  }

  private static void write(Node node, String path, StringBuilder out) {
    Span span = node.span();
    out.append(path).append(' ').append(span.line()).append(':').append(span.column());
    if (!node.isMapping() && !node.isSequence()) {
      boolean oneLine = span.line() == span.endLine();
      out.append(oneLine ? "-" + span.endColumn() : "").append(' ').append(node.toJson());
    }
    out.append('\n');
    for (Mapping.Entry entry : node.entries()) {
      Span key = entry.keySpan();
      out.append(key.line())
          .append(':')
          .append(key.column())
          .append('-')
          .append(key.endColumn())
          .append(' ');
      write(entry.value(), path + "/" + entry.key(), out);
    }
    for (int i = 0; i < node.items().size(); i++) {
      write(node.get(i), path + "/" + i, out);
    }
  }

  private static List<Path> manifests() throws IOException {
    try (Stream<Path> files = Files.walk(Corpus.OF_THIS_MODULE)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
