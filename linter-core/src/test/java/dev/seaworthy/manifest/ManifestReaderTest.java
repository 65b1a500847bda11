package dev.seaworthy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {

  private static final String WEB = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
        - name: web   # the only one
          image: "nginx:1.27"
      """;

  @Nested
  class Places {

    @Test
    void ofKeysAndValuesAreKept() {
      Node pod = only(WEB).root();

      assertThat(FieldPath.of("spec", "containers")
              .index(0)
              .child("image")
              .resolve(pod)
              .span())
          .isEqualTo(new Span(8, 12, 8, 24));
      assertThat(FieldPath.of("spec", "containers").index(0).child("image").keySpanIn(pod))
          .isEqualTo(new Span(8, 5, 8, 10));
    }

    @Test
    void countCodePoints() {
      Node object =
          only("apiVersion: v1\nkind: ConfigMap\ndata: {\"😀é\": b}\n").root();

      assertThat(object.at("data", "😀é").span()).isEqualTo(new Span(3, 14, 3, 15));
    }

    @Test
    void atTheBeginningThereIsNothingAboveToBelongTo() {
      assertThat(read(": [\n").problems())
          .extracting(problem -> problem.message())
          .containsExactly("the text does not begin with a 'key: value'");
      assertThat(read("- a\nb: c\n").problems())
          .extracting(problem -> problem.message())
          .containsExactly("this does not belong to the entry above");
    }

    @Test
    void ofLaterDocumentsAreLinesOfTheFile() {
      List<Document> documents = read(WEB + "---\n" + WEB).documents();

      assertThat(documents).extracting(Document::number).containsExactly(1, 2);
      assertThat(documents.get(1).root().get("kind").span().line()).isEqualTo(11);
    }

    @Test
    void ofJsonAreKept() {
      Node object = only("{\"apiVersion\": \"v1\",\n  \"kind\": \"Pod\"}").root();

      assertThat(object.get("kind").span()).isEqualTo(new Span(2, 11, 2, 16));
    }
  }

  @Nested
  class Streams {

    @Test
    void keepWhatStandsBesideABrokenDocument() {
      Reading reading = read(WEB + "---\nkind: [\n---\n" + WEB);

      assertThat(reading.documents()).extracting(Document::number).containsExactly(1, 3);
      assertThat(reading.problems()).singleElement().satisfies(problem -> {
        assertThat(problem.code()).isEqualTo("yaml-syntax");
        assertThat(problem.place().line()).isEqualTo(11);
      });
    }

    @Test
    void passOverEmptyDocuments() {
      assertThat(read("# nothing\n---\n---\n" + WEB + "---\nnull\n").documents())
          .hasSize(1);
    }

    @Test
    void ofJsonGoOnWithoutSeparators() {
      String object = "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}";

      assertThat(read(object + object + "\n" + object).documents()).hasSize(3);
    }

    @Test
    void ofJsonMayTurnIntoYaml() {
      assertThat(
              read("{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}\n---\n" + WEB).documents())
          .hasSize(2);
    }

    @Test
    void tellWhatIsWrongWithASeparator() {
      Reading reading = read(WEB + "---kind: Pod\n---\n" + WEB);

      assertThat(reading.problems())
          .extracting(Diagnostic::code)
          .containsExactly("document-separator");
      assertThat(reading.documents()).hasSize(1);
    }

    @Test
    void unrollLists() {
      Reading reading = read("""
          apiVersion: v1
          kind: List
          items:
          - {apiVersion: v1, kind: Pod, metadata: {name: a}}
          - {apiVersion: v1, kind: Service, metadata: {name: b}}
          """);

      assertThat(reading.documents())
          .extracting(document -> document.root().at("metadata", "name").stringOr(""))
          .containsExactly("a", "b");
      assertThat(reading.documents().get(1).root().span().line()).isEqualTo(5);
    }

    @Test
    void nameTheItemsOfTypedLists() {
      Document pod = only("apiVersion: v1\nkind: PodList\nitems:\n- metadata: {name: a}\n");

      assertThat(pod.root().get("kind").stringOr("")).isEqualTo("Pod");
    }
  }

  @Nested
  class Encodings {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-8"})
    void withAByteOrderMarkAreRead(String charset) {
      byte[] text = ("\uFEFF" + WEB).getBytes(Charset.forName(charset));

      assertThat(new ManifestReader().read("a.yaml", text).documents()).hasSize(1);
    }

    @Test
    void withoutOneMustBeUtf8() {
      byte[] text = WEB.getBytes(StandardCharsets.UTF_16LE);

      assertThat(new ManifestReader().read("a.yaml", text).problems())
          .singleElement()
          .satisfies(problem -> assertThat(problem.message()).contains("UTF-16"));
    }

    @Test
    void replaceWhatIsNoUtf8() {
      byte[] text = (WEB + "x: 'é'\n").getBytes(StandardCharsets.ISO_8859_1);

      Node root = new ManifestReader().read("a.yaml", text).documents().get(0).root();

      assertThat(root.get("x").stringOr("")).isEqualTo("\uFFFD");
    }

    @Test
    void mayEndLinesWithCarriageReturns() {
      assertThat(only(WEB.replace("\n", "\r\n")).root().toJson())
          .isEqualTo(only(WEB).root().toJson());
    }
  }

  @Nested
  class Keys {

    @Test
    void thatAreRepeatedAreTold() {
      Document document = only("apiVersion: v1\nkind: ConfigMap\ndata:\n  a: x\n  a: z\n");

      assertThat(document.root().at("data", "a").stringOr("")).isEqualTo("z");
      assertThat(document.duplicates())
          .containsExactly(new Document.DuplicateKey(
              FieldPath.of("data", "a"), new Span(5, 3, 5, 4), new Span(4, 3, 4, 4), false));
    }

    @Test
    void overrideWhatIsMerged() {
      Document document = only("""
          apiVersion: v1
          kind: ConfigMap
          x-base: &base {a: base, b: base}
          data:
            <<: *base
            a: own
            b: own
            b: again
          """);

      assertThat(document.duplicates())
          .extracting(Document.DuplicateKey::overMerged)
          .containsExactly(true, true, false);
    }

    @Test
    void areMergedInTheirTurn() {
      Document document = only("""
          apiVersion: v1
          kind: ConfigMap
          x-base: &base {a: base, b: base, c: base}
          data:
            a: before
            <<: *base
            b: after
          """);

      assertThat(document.root().get("data").toJson())
          .isEqualTo("{\"a\":\"base\",\"b\":\"after\",\"c\":\"base\"}");
    }
  }

  @Nested
  class OtherFiles {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "replicas: 3\nimage: nginx\n---\nmore: values\n",
          "services:\n  web: {image: nginx}\n",
          "on: push\njobs: {build: {}}\n",
          "- hosts: all\n- hosts: web\n",
          "apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n"
        })
    void areToldInOneLine(String text) {
      Reading reading = read(text);

      assertThat(reading.documents()).isEmpty();
      assertThat(reading.problems())
          .extracting(Diagnostic::code, Diagnostic::severity)
          .containsExactly(tuple("not-kubernetes", Severity.INFO));
    }

    @Test
    void thatAreTemplatesAreToldInOneLine() {
      Reading reading =
          read("a: {{ .Values.a }}\n{{- if .Values.b }}\nb: c\n{{- end }}\n---\n{{ x }}: [\n");

      assertThat(reading.problems()).extracting(Diagnostic::code).containsExactly("template");
    }

    @Test
    void areMistakesBesideObjects() {
      assertThat(read(WEB + "---\nreplicas: 3\n").problems())
          .extracting(Diagnostic::message)
          .containsExactly("apiVersion is not set", "kind is not set");
    }

    @Test
    void areMistakesWhereHalfOfTheNameIsThere() {
      assertThat(read("apiVersion: v1\nmetadata: {name: a}\n").problems())
          .extracting(Diagnostic::code, Diagnostic::message)
          .containsExactly(tuple("not-an-object", "kind is not set"));
    }

    @Test
    void thatAreEmptyAreTold() {
      assertThat(read("# nothing here\n").problems())
          .extracting(Diagnostic::code)
          .containsExactly("empty");
    }
  }

  private static Document only(String text) {
    Reading reading = read(text);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.documents()).hasSize(1);
    return reading.documents().get(0);
  }

  private static Reading read(String text) {
    return new ManifestReader().read("a.yaml", text.getBytes(StandardCharsets.UTF_8));
  }
}
