package dev.seaworthy.manifest.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.conformance.Corpus;
import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.diagnostic.Fix;
import dev.seaworthy.diagnostic.FixSet;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Changes that were worked out one by one, and are made together because none is in the way of another:
 * what comes of it is what all of them ask for.
 */
class EditsTogetherTest {

  private static final Corpus CORPUS = new Corpus(Corpus.OF_THIS_MODULE);
  private static final int TRIES = 10;
  private static final int MOST_CHANGES = 6;

  static List<String> bases() {
    return CORPUS.stems("base", ".yaml");
  }

  @ParameterizedTest
  @MethodSource("bases")
  void doWhatEachOfThemAsksFor(String base) throws IOException {
    byte[] text = Files.readAllBytes(CORPUS.path("base/" + base + ".yaml"));
    Reading reading = new ManifestReader().read("a.yaml", text);
    Node root = reading.documents().get(0).root();
    Random random = new Random(base.hashCode());
    for (int i = 0; i < TRIES; i++) {
      hold(reading, root, random);
    }
  }

  private static void hold(Reading reading, Node root, Random random) throws IOException {
    YamlEditor editor = YamlEditor.of(reading.source());
    FixSet fixes = new FixSet();
    List<Change> made = new ArrayList<>();
    for (int i = 0; i < MOST_CHANGES; i++) {
      Change change = change(root, random, "new" + i);
      Optional<List<Edit>> edits = editor.edit(root, List.of(change));
      // Two items behind the same last one would be asked for by the same index.
      boolean isOther = made.stream().noneMatch(one -> one.path().equals(change.path()));
      if (isOther && edits.isPresent() && fixes.add(new Fix(edits.get(), true))) {
        made.add(change);
      }
    }
    byte[] after = reading.source().edited(fixes.edits()).utf8();
    Node now = new ManifestReader().read("a.yaml", after).documents().get(0).root();
    assertThat(now.toJson()).as("%s", made).isEqualTo(expected(root, made).toJson());
  }

  /** New keys come last, in the order in which they are asked for. */
  private static Node expected(Node root, List<Change> changes) throws IOException {
    try {
      return ChangedTree.of(root, changes);
    } catch (NotEditable impossible) {
      throw new IOException(impossible);
    }
  }

  private static Change change(Node root, Random random, String name) {
    FieldPath path = FieldPath.ROOT;
    Node node = root;
    while (node.size() > 0 && (path.isRoot() || random.nextInt(4) > 0)) {
      int step = random.nextInt(node.size());
      path = node instanceof Mapping mapping
          ? path.child(mapping.entries().get(step).key())
          : path.index(step);
      node = path.resolve(root);
    }
    boolean isName = path.steps().size() < 2;
    return switch (random.nextInt(3)) {
      case 0 ->
        isName || path.isIndex()
            ? new Change.Put(FieldPath.of("metadata", name), Scalar.of(true))
            : new Change.Remove(path);
      case 1 -> new Change.Put(isName ? FieldPath.of("metadata", name) : path, value(random));
      default -> added(node, path, name, random);
    };
  }

  private static Change added(Node node, FieldPath path, String name, Random random) {
    if (node.isMapping()) {
      return new Change.Put(path.child(name), value(random));
    }
    return node.isSequence()
        ? new Change.Put(path.index(node.size()), value(random))
        : new Change.Put(FieldPath.of("metadata", name, "inner"), value(random));
  }

  private static Node value(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Scalar.of("a: text # with \"much\" in it");
      case 1 -> Mapping.of("one", Scalar.of(1), "two", Mapping.of("three", Scalar.of("no")));
      case 2 -> Sequence.of(List.of(Scalar.of("a"), Mapping.of("b", Scalar.of(true))));
      default -> Scalar.of(7);
    };
  }
}
