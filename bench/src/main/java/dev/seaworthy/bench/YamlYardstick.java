package dev.seaworthy.bench;

import dev.seaworthy.api.BuiltInCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.manifest.ReadLimits;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@code yaml}: what became of a text. Compared are whether it parses, the objects in their order,
 * what their scalars resolved to, and the verdict on each.
 */
final class YamlYardstick implements Yardstick {

  private static final ManifestReader READER = new ManifestReader(ReadLimits.DEFAULT);

  @Override
  public String folder() {
    return "yaml";
  }

  @Override
  public void play(Path corpus, Consumer<Outcome> report) throws IOException {
    ApiServer server = ApiServer.of(BuiltInCatalog.of(Release.NEWEST));
    try (Stream<Path> files = Files.list(corpus.resolve("yaml"))) {
      for (Path text :
          files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        String name = text.getFileName().toString().replace(".yaml", "");
        Node record = JsonNodes.read(Files.readString(text.resolveSibling(name + ".json")));
        report.accept(outcome(name, READER.read(name, Files.readAllBytes(text)), record, server));
      }
    }
  }

  private static Outcome outcome(String name, Reading reading, Node record, ApiServer server) {
    List<String> expected = recordedObjects(record);
    List<String> actual = new ArrayList<>();
    boolean accepted = !expected.isEmpty() && reading.problems().isEmpty();
    for (Document document : reading.documents()) {
      Verdict verdict = server.create(document);
      accepted &= verdict.accepted();
      actual.add(object(document, verdict));
    }
    boolean parses = reading.problems().stream()
        .flatMap(problem -> ProblemCode.of(problem.code()).stream())
        .noneMatch(code -> code.stage() == ProblemCode.Stage.PARSE);
    Map<String, Boolean> measures = new TreeMap<>();
    measures.put("parses", parses != record.get("parseError").isTrue());
    measures.put("scalars", scalarsDiffer(record, reading.documents()).isEmpty());
    measures.put("objects", actual.containsAll(expected));
    measures.put("accepted", accepted == record.get("accepted").isTrue());
    return new Outcome(
        name,
        "texts",
        measures,
        "recorded accepted=%s objects=%s client=%s%nours     accepted=%s objects=%s problems=%s%nscalars %s"
            .formatted(
                record.get("accepted").toJson(),
                expected,
                record.get("client").toJson(),
                accepted,
                actual,
                reading.problems(),
                scalarsDiffer(record, reading.documents())));
  }

  /** The objects that were sent, with the answer to each. */
  private static List<String> recordedObjects(Node record) {
    return record.get("docs").items().stream()
        .map(doc -> "%s %s %s %d %s"
            .formatted(
                doc.get("apiVersion").text(),
                doc.get("kind").text(),
                doc.get("name").text(),
                doc.get("code").longOr(0),
                Answer.of(doc).decode()))
        .toList();
  }

  private static String object(Document document, Verdict verdict) {
    Node root = document.root();
    boolean unknownKind = verdict.code() == 404;
    return "%s %s %s %d %s"
        .formatted(
            root.get("apiVersion").text(),
            root.get("kind").text(),
            root.at("metadata", "name").text(),
            unknownKind ? 0 : verdict.code(),
            unknownKind ? List.of() : Answer.of(verdict).decode());
  }

  /** The values that became something else than {@code kubectl} sent, by their pointers. */
  private static List<String> scalarsDiffer(Node record, List<Document> documents) {
    List<String> differences = new ArrayList<>();
    for (Node doc : record.get("docs").items()) {
      Optional<Document> ours = documents.stream().filter(d -> isSame(d, doc)).findFirst();
      if (ours.isPresent() && doc.get("sent") instanceof Mapping sent) {
        for (Mapping.Entry entry : sent.entries()) {
          Node value = at(ours.get().root(), entry.key());
          if (!value.sameAs(
              JsonNodes.read(entry.value().isAbsent() ? "null" : entry.value().text()))) {
            differences.add(
                entry.key() + " is " + value.toJson() + ", was " + entry.value().text());
          }
        }
      }
    }
    return differences;
  }

  private static boolean isSame(Document document, Node doc) {
    Node root = document.root();
    return GroupVersionKind.of(root.get("apiVersion").text(), root.get("kind").text())
            .equals(GroupVersionKind.of(
                doc.get("apiVersion").text(), doc.get("kind").text()))
        && root.at("metadata", "name").text().equals(doc.get("name").text());
  }

  private static Node at(Node root, String pointer) {
    Node node = root;
    for (String step : pointer.substring(1).split("/", -1)) {
      String key = step.replace("~1", "/").replace("~0", "~");
      node = node.isSequence() ? node.get(Integer.parseInt(key)) : node.get(key);
    }
    return node;
  }
}
