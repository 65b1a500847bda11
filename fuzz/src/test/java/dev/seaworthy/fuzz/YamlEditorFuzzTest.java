package dev.seaworthy.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.seaworthy.conformance.RecordedText;
import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.edit.Change;
import dev.seaworthy.manifest.edit.YamlEditor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a text looks like, a change of one place of an object changes that and nothing else. */
@Tag("long")
class YamlEditorFuzzTest {

  private static final String NEW = "addedByTheTest";

  static Stream<byte[]> texts() {
    return Stream.concat(
        Seeds.CORPUS.texts().stream().map(RecordedText::text),
        Seeds.CORPUS.stems("base", ".yaml").stream()
            .flatMap(name -> Seeds.CORPUS.manifest("base/" + name + ".yaml").stream())
            .map(root -> Seeds.utf8(root.toJson())));
  }

  @MethodSource("texts")
  @FuzzTest(maxDuration = Seeds.DURATION)
  void changesOnePlaceAndNothingElse(byte[] text) {
    Reading reading = new ManifestReader().read("any.yaml", text);
    YamlEditor editor = YamlEditor.of(reading.source());
    Random random = new Random(Arrays.hashCode(text));
    for (int i = 0; i < reading.documents().size() && i < 8; i++) {
      Node root = reading.documents().get(i).root();
      List<String> keys = keys(root, random);
      holds(editor, reading, i, root, keys, random.nextInt(3));
    }
  }

  private static void holds(
      YamlEditor editor, Reading reading, int number, Node root, List<String> keys, int kind) {
    FieldPath path = FieldPath.of(keys.toArray(new String[0]));
    Change change = switch (kind) {
      case 0 -> new Change.Put(path.child(NEW), Scalar.of(true));
      case 1 -> new Change.Put(path, Scalar.of("no"));
      default -> new Change.Remove(path);
    };
    Optional<List<Edit>> edits = editor.edit(root, List.of(change));
    if (edits.isEmpty()) {
      return;
    }
    byte[] after = reading.source().edited(edits.get()).utf8();
    List<Document> now = new ManifestReader().read("any.yaml", after).documents();
    assertThat(now).hasSameSizeAs(reading.documents());
    for (int i = 0; i < now.size(); i++) {
      Node before = reading.documents().get(i).root();
      Node wanted = i == number ? wanted((Mapping) before, keys, kind) : before;
      assertThat(now.get(i).root().sameAs(wanted))
          .as("%s of %s", change, wanted)
          .isTrue();
    }
  }

  private static Node wanted(Mapping before, List<String> keys, int kind) {
    List<String> added = new ArrayList<>(keys);
    added.add(NEW);
    return switch (kind) {
      case 0 -> before.withAt(added, Scalar.of(true));
      case 1 -> before.withAt(keys, Scalar.of("no"));
      default -> before.withoutAt(keys);
    };
  }

  /** A way from the root by keys, of at least one. */
  private static List<String> keys(Node root, Random random) {
    List<String> keys = new ArrayList<>();
    Node node = root;
    while (node instanceof Mapping mapping
        && mapping.size() > 0
        && (keys.isEmpty() || random.nextBoolean())) {
      Mapping.Entry entry = mapping.entries().get(random.nextInt(mapping.size()));
      keys.add(entry.key());
      node = entry.value();
    }
    return keys;
  }
}
