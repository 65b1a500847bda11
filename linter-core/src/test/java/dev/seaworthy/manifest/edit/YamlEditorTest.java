package dev.seaworthy.manifest.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.diagnostic.Edit;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Sequence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts before and after a change. Each is the last object of its text; {@code HEAD} makes it one that
 * can be read.
 */
class YamlEditorTest {

  private static final String HEAD = "apiVersion: v1\nkind: Pod\n";
  private static final Node TRUE = Scalar.of(true);

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void writesAKeyThatIsMissing(
      String what, String before, FieldPath path, Node value, String after) {
    assertThat(after(before, new Change.Put(path, value))).contains(after);
  }

  static Stream<Arguments> writesAKeyThatIsMissing() {
    FieldPath a = FieldPath.of("spec", "a");
    FieldPath deep = FieldPath.of("spec", "a", "b");
    return Stream.of(
        change("behind its neighbours", """
            spec:
              x: 1
            status: {}
            """, a, TRUE, """
            spec:
              x: 1
              a: true
            status: {}
            """),
        change("with mappings on the way", """
            spec:
                x:
                    y: 1
            """, deep, TRUE, """
            spec:
                x:
                    y: 1
                a:
                    b: true
            """),
        change("behind nested lines, ahead of comments about what follows", """
            spec:
              x:
                - y: 1 # one
              # about status

            status: {}
            """, a, TRUE, """
            spec:
              x:
                - y: 1 # one
              a: true
              # about status

            status: {}
            """),
        change("where there is nothing yet", """
            spec:
              a: # to do
              x: 1
            """, deep, TRUE, """
            spec:
              a: # to do
                b: true
              x: 1
            """),
        change("where null is written", """
            spec:
              a: null
              x: 1
            """, deep, TRUE, """
            spec:
              a:
                b: true
              x: 1
            """),
        change("where an empty mapping is written", """
            spec:
              a: {} # to do
            """, deep, TRUE, """
            spec:
              a: # to do
                b: true
            """),
        change("at the end of a text without a last line end", "spec:\n  x: 1", a, TRUE, """
            spec:
              x: 1
              a: true\
            """),
        change(
            "with the line ends of the text",
            "spec:\r\n  x: 1\r\n",
            deep,
            TRUE,
            "spec:\r\n  x: 1\r\n  a:\r\n    b: true\r\n"),
        change("between braces", """
            spec: {x: 1} # all
            """, a, Scalar.of("no"), """
            spec: {x: 1, a: "no"} # all
            """),
        change("between braces on several lines", """
            spec: {
              x: 1, # one
              y: 2 # two
            }
            """, deep, TRUE, """
            spec: {
              x: 1, # one
              y: 2, # two
              a: {
                b: true
              }
            }
            """),
        change("behind a block of text", """
            spec:
              x: |
                some # text

                more

            status: {}
            """, a, TRUE, """
            spec:
              x: |
                some # text

                more
              a: true

            status: {}
            """),
        change("behind a block that keeps its blank lines", """
            spec:
              x: |+
                some

            status: {}
            """, a, TRUE, """
            spec:
              x: |+
                some

              a: true
            status: {}
            """),
        change(
            "a list, its dashes as elsewhere in the object",
            """
            metadata:
              finalizers:
              - x
            spec:
              x: 1
            """,
            a,
            Sequence.ofStrings(List.of("ALL")),
            """
            metadata:
              finalizers:
              - x
            spec:
              x: 1
              a:
              - ALL
            """),
        change(
            "a list with indented dashes",
            """
            metadata:
              finalizers:
                - x
            spec:
              x: 1
            """,
            a,
            Sequence.of(List.of(Mapping.of("k", TRUE, "l", TRUE))),
            """
            metadata:
              finalizers:
                - x
            spec:
              x: 1
              a:
                - k: true
                  l: true
            """),
        change("behind an alias", """
            x: &one 1
            spec:
              x: *one
            """, a, TRUE, """
            x: &one 1
            spec:
              x: *one
              a: true
            """),
        change("in the first of several documents", """
            spec:
              x: 1
            # the end
            ---
            apiVersion: v1
            kind: Pod
            """, a, TRUE, """
            spec:
              x: 1
              a: true
            # the end
            ---
            apiVersion: v1
            kind: Pod
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void writesAnItem(String what, String before, FieldPath path, Node value, String after) {
    assertThat(after(before, new Change.Put(path, value))).contains(after);
  }

  static Stream<Arguments> writesAnItem() {
    FieldPath second = FieldPath.of("spec", "list").index(1);
    Node item = Scalar.of("new");
    return Stream.of(
        change("behind the last dash", """
            spec:
              list:
              - old # one
              x: 1
            """, second, item, """
            spec:
              list:
              - old # one
              - new
              x: 1
            """),
        change("behind lines of the last item", """
            spec:
              list:
                - old: |
                    text
            """, second, Mapping.of("k", item), """
            spec:
              list:
                - old: |
                    text
                - k: new
            """),
        change(
            "between brackets",
            "spec: {list: [old]}\n",
            second,
            item,
            "spec: {list: [old, new]}\n"),
        change("as the first one", """
            spec:
              list: []
              x: 1
            """, FieldPath.of("spec", "list").index(0), item, """
            spec:
              list:
              - new
              x: 1
            """),
        change(
            "and into an item", """
            spec:
              list:
              -   old: 1
            """, FieldPath.of("spec", "list").index(0).child("k"), item, """
            spec:
              list:
              -   old: 1
                  k: new
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void putsAValueInPlaceOfAnother(
      String what, String before, FieldPath path, Node value, String after) {
    assertThat(after(before, new Change.Put(path, value))).contains(after);
  }

  static Stream<Arguments> putsAValueInPlaceOfAnother() {
    FieldPath a = FieldPath.of("spec", "a");
    return Stream.of(
        change("one word", "spec:\n  a: old # c\n", a, Scalar.of("new"), "spec:\n  a: new # c\n"),
        change("within quotes", "spec: {a: 'old'}\n", a, Scalar.of("yes"), "spec: {a: \"yes\"}\n"),
        change("nothing", "spec:\n  a: # c\n", a, TRUE, "spec:\n  a: true # c\n"),
        change(
            "a list between brackets",
            "spec:\n  a: [x, y] # c\n",
            a,
            Sequence.ofStrings(List.of("ALL")),
            "spec:\n  a: [ALL] # c\n"),
        change("a list of lines", """
            spec:
              a:
              - x
              - y
              z: 1
            """, a, Sequence.ofStrings(List.of("ALL")), """
            spec:
              a:
              - ALL
              z: 1
            """),
        change("a block of text", """
            spec:
              a: |
                text
              z: 1
            """, a, Scalar.of("new"), """
            spec:
              a: new
              z: 1
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void takesOut(String what, String before, FieldPath path, String after) {
    assertThat(after(before, new Change.Remove(path))).contains(after);
  }

  static Stream<Arguments> takesOut() {
    FieldPath a = FieldPath.of("spec", "a");
    FieldPath ofItem = FieldPath.of("spec", "list").index(0).child("a");
    return Stream.of(
        removal("a line", """
            spec:
              x: 1
              a: 2
              y: 3
            """, a, """
            spec:
              x: 1
              y: 3
            """),
        removal("lines, and keeps their comments", """
            spec:
              # above
              a: # beside
                b: 1 # within
                # on a line
                c: 2
              y: 3
            """, a, """
            spec:
              # above
              # beside
              # within
              # on a line
              y: 3
            """),
        removal("the last line of a text", "spec:\n  x: 1\n  a: 2", a, "spec:\n  x: 1"),
        removal("the only key", """
            spec: # all
              a: 1
            status: {}
            """, a, """
            spec: {} # all
            status: {}
            """),
        removal("the first of several between braces", "spec: {a: 1, b: 2}\n", a, "spec: {b: 2}\n"),
        removal(
            "the last of several between braces", "spec: {b: 2, a: 1 }\n", a, "spec: {b: 2 }\n"),
        removal("the only key between braces", "spec: {a: 1}\n", a, "spec: {}\n"),
        removal("the key beside a dash", """
            spec:
              list:
                - a: 1 # one
                  b: 2 # two
            """, ofItem, """
            spec:
              list:
                - # one
                  b: 2 # two
            """),
        removal("the only key beside a dash", """
            spec:
              list:
                - a: 1
            """, ofItem, """
            spec:
              list:
                - {}
            """),
        removal("an item", """
            spec:
              list:
              - x: 1
                y: 2
              - z
            """, FieldPath.of("spec", "list").index(0), """
            spec:
              list:
              - z
            """),
        removal("the only item", """
            spec:
              list:
                - x: 1
              z: 1
            """, FieldPath.of("spec", "list").index(0), """
            spec:
              list: []
              z: 1
            """),
        removal(
            "an item between brackets",
            "spec: {list: [a, b, c]}\n",
            FieldPath.of("spec", "list").index(1),
            "spec: {list: [a, c]}\n"));
  }

  @Test
  void renamesAKey() {
    FieldPath path = FieldPath.of("spec").child("old");
    assertThat(after("spec:\n  old: 1 # c\n", new Change.Rename(path, "new")))
        .contains("spec:\n  new: 1 # c\n");
    assertThat(after("spec: {\"old\": 1}\n", new Change.Rename(path, "new")))
        .contains("spec: {\"new\": 1}\n");
  }

  @Test
  void makesSeveralChangesAtOnce() {
    String before = """
        metadata:
          annotations:
            class: nginx
            other: x
        spec:
          rules: []
        """;
    String after = """
        metadata:
          annotations:
            other: x
        spec:
          rules: []
          one:
            a: true
            b: true
          className: nginx
        """;
    assertThat(after(
            before,
            new Change.Remove(FieldPath.of("metadata", "annotations").key("class")),
            new Change.Put(FieldPath.of("spec", "one", "a"), TRUE),
            new Change.Put(FieldPath.of("spec", "one", "b"), TRUE),
            new Change.Put(FieldPath.of("spec", "className"), Scalar.of("nginx"))))
        .contains(after);
  }

  @Test
  void keepsTheLayoutOfJson() {
    String before = """
        {
            "apiVersion": "v1",
            "kind": "Pod",
            "spec": {
                "x": [
                    "y"
                ]
            }
        }
        """;
    String after = """
        {
            "apiVersion": "v1",
            "kind": "Pod",
            "spec": {
                "x": [
                    "y"
                ],
                "a": {
                    "b": true
                }
            }
        }
        """;
    assertThat(changed(before, new Change.Put(FieldPath.of("spec", "a", "b"), TRUE)))
        .contains(after);
  }

  @Test
  void changesAnItemOfAList() {
    String before = """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: v1
          kind: Secret
          x: 1
        - apiVersion: v1
          kind: Pod
          spec:
            x: 1
        """;
    assertThat(changed(before, new Change.Put(FieldPath.of("spec", "a"), TRUE)))
        .contains(before + "    a: true\n");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void leavesAlone(String what, String before, Change change) {
    assertThat(after(before, change)).isEmpty();
  }

  static Stream<Arguments> leavesAlone() {
    FieldPath a = FieldPath.of("spec", "a");
    Change put = new Change.Put(a, TRUE);
    return Stream.of(
        Arguments.of("what an alias brings", """
            x: &x {a: false}
            spec: *x
            """, put),
        Arguments.of("what a merge key brings", """
            x: &x {a: false}
            spec:
              <<: *x
              b: 1
            """, put),
        Arguments.of("what aliases repeat", """
            spec: &x
              b: 1
            x: *x
            """, put),
        Arguments.of("something else than a mapping", "spec: text\n", put),
        Arguments.of("a name that is there", """
            spec:
              b: 1
              a: 2
            """, new Change.Rename(a, "b")),
        Arguments.of("what is not there", "spec: {b: 1}\n", new Change.Remove(a)),
        Arguments.of("a comment that would go", """
            spec: {
              a: 1, # why
              b: 2
            }
            """, new Change.Remove(a)),
        Arguments.of("an item far behind the last", """
            spec: {a: []}
            """, new Change.Put(a.index(1), TRUE)));
  }

  private static Arguments change(
      String what, String before, FieldPath path, Node value, String after) {
    return Arguments.of(what, before, path, value, after);
  }

  private static Arguments removal(String what, String before, FieldPath path, String after) {
    return Arguments.of(what, before, path, after);
  }

  private static Optional<String> after(String before, Change... changes) {
    String head = before.contains("\r\n") ? HEAD.replace("\n", "\r\n") : HEAD;
    return changed(head + before, changes).map(text -> {
      assertThat(text).startsWith(head);
      return text.substring(head.length());
    });
  }

  private static Optional<String> changed(String text, Change... changes) {
    Reading reading = new ManifestReader().read("a.yaml", text.getBytes(StandardCharsets.UTF_8));
    Node root = reading.documents().stream()
        .filter(document -> document.root().get("kind").text().equals("Pod"))
        .findFirst()
        .orElseThrow()
        .root();
    Optional<List<Edit>> edits = YamlEditor.of(reading.source()).edit(root, List.of(changes));
    return edits.map(
        all -> new String(reading.source().edited(all).utf8(), StandardCharsets.UTF_8));
  }
}
