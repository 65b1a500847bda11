package dev.seaworthy.manifest;

import dev.seaworthy.conformance.JsonNodes;
import dev.seaworthy.conformance.Pointer;
import dev.seaworthy.conformance.RecordedText;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.ProblemCode.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares our reading of one text of the corpus {@code yaml} with what {@code kubectl} made of it,
 * up to the point at which objects are sent.
 */
record YamlRecord(String name, byte[] text, Node recorded) {

  static YamlRecord of(RecordedText text) {
    return new YamlRecord(text.name(), text.text(), text.record());
  }

  /** In what the reading differs from the record; empty if they agree. */
  List<String> differences() {
    Reading reading = new ManifestReader().read(name + ".yaml", text);
    List<String> differences = new ArrayList<>();
    compareStage(reading, differences);
    compareLine(reading, differences);
    compareDocuments(reading, differences);
    compareDuplicates(reading, differences);
    return differences;
  }

  private Optional<Diagnostic> firstProblem(Reading reading) {
    return reading.problems().stream()
        .filter(problem -> ProblemCode.of(problem.code()).orElseThrow().stage() != Stage.NEVER)
        .findFirst();
  }

  private Optional<ProblemCode> firstCode(Reading reading) {
    return firstProblem(reading).flatMap(problem -> ProblemCode.of(problem.code()));
  }

  private void compareStage(Reading reading, List<String> differences) {
    String stage = recorded.get("client").items().stream()
        .map(refusal -> refusal.get(0).stringOr(""))
        .filter(word -> word.equals("parse") || word.equals("object") || word.equals("empty"))
        .findFirst()
        .orElse("sent");
    String ours =
        firstCode(reading).map(code -> code.stage().name().toLowerCase()).orElse("sent");
    if (!stage.equals(ours)) {
      differences.add("stage: recorded " + stage + ", read as " + ours + " " + problems(reading));
    }
  }

  private static String problems(Reading reading) {
    return reading.problems().stream()
        .map(problem -> problem.place().line() + ":" + problem.place().column() + " "
            + problem.code() + " " + problem.message())
        .toList()
        .toString();
  }

  private void compareLine(Reading reading, List<String> differences) {
    long line = recorded.get("line").longOr(0);
    if (line == 0 || firstCode(reading).map(ProblemCode::stage).orElse(null) != Stage.PARSE) {
      return;
    }
    int ours = lineInDocument(firstProblem(reading).orElseThrow());
    if (line != ours) {
      differences.add("line: recorded " + line + ", read as " + ours + " " + problems(reading));
    }
  }

  // kubectl counts within the document, and names the line before for errors of the grammar.
  private int lineInDocument(Diagnostic problem) {
    DocumentSplitter splitter = new DocumentSplitter(TextDecoding.toUtf8(text), 0, 1);
    int start = 1;
    while (splitter.hasNext()) {
      DocumentSplitter.Chunk chunk = splitter.next();
      if (chunk.line() <= problem.place().line()) {
        start = chunk.line();
      }
    }
    int line = problem.place().line() - start + 1;
    return problem.code().equals(ProblemCode.YAML_SYNTAX.code()) ? line - 1 : line;
  }

  // kubectl stops at a document that is no object; objects of unknown kinds are recorded last.
  private void compareDocuments(Reading reading, List<String> differences) {
    List<Node> ours = reading.documents().stream()
        .map(Document::root)
        .filter(root ->
            firstProblem(reading).map(problem -> isBefore(root, problem)).orElse(true))
        .toList();
    List<Node> theirs = recorded.get("docs").items();
    boolean refusedLater = recorded.get("client").items().stream()
        .anyMatch(refusal -> refusal.get(0).stringOr("").matches("decode|schema|kind"));
    if (!refusedLater && ours.size() != theirs.size()) {
      differences.add("documents: recorded " + theirs.size() + ", read " + ours.size());
      return;
    }
    List<Node> left = new ArrayList<>(ours);
    theirs.forEach(document -> compareDocument(document, left, differences));
  }

  private static boolean isBefore(Node root, Diagnostic problem) {
    int line = problem.place().line();
    return root.span().line() < line
        || root.span().line() == line && root.span().column() < problem.place().column();
  }

  private static void compareDocument(Node document, List<Node> left, List<String> differences) {
    for (int i = 0; i < left.size(); i++) {
      if (identity(left.get(i)).equals(identity(document))) {
        compareSent(document.get("sent"), left.remove(i), differences);
        return;
      }
    }
    differences.add("document missing: " + identity(document));
  }

  private static String identity(Node object) {
    Node name = object.get("name").isAbsent() ? object.at("metadata", "name") : object.get("name");
    return object.get("apiVersion").stringOr("") + " " + object.get("kind").stringOr("") + " "
        + name.stringOr("");
  }

  private static void compareSent(Node sent, Node object, List<String> differences) {
    for (Mapping.Entry entry : sent.entries()) {
      Node ours = Pointer.at(object, entry.key());
      boolean filledIn = entry.key().equals("/metadata/namespace") && ours.isAbsent();
      boolean same = filledIn || entry.value().isAbsent()
          ? ours.isAbsent()
          : sorted(ours)
              .toJson()
              .equals(sorted(JsonNodes.read(entry.value().stringOr(""))).toJson());
      if (!same) {
        differences.add("sent: " + entry.key() + " recorded " + entry.value().stringOr("absent")
            + ", read " + ours.toJson());
      }
    }
  }

  private static Node sorted(Node node) {
    if (node instanceof Mapping mapping) {
      return new Mapping(
          mapping.entries().stream()
              .map(e -> new Mapping.Entry(e.key(), e.keySpan(), sorted(e.value())))
              .sorted(java.util.Comparator.comparing(Mapping.Entry::key))
              .toList(),
          mapping.span());
    }
    if (node instanceof Sequence sequence) {
      return Sequence.of(sequence.items().stream().map(YamlRecord::sorted).toList());
    }
    return node;
  }

  // The server names the keys of the very same text, without the way to them where it is YAML.
  private void compareDuplicates(Reading reading, List<String> differences) {
    Node answer = recorded.get("raw");
    boolean failedBefore = !answer.get("accepted").booleanOr(false)
        && answer.get("decode").items().stream().noneMatch(YamlRecord::isDuplicate);
    if (answer.isAbsent() || failedBefore) {
      return;
    }
    List<String> theirs = recorded.at("raw", "decode").items().stream()
        .filter(YamlRecord::isDuplicate)
        .map(error -> error.get(1).stringOr("").replaceAll(".*\\.", ""))
        .distinct()
        .sorted()
        .toList();
    List<String> ours = reading.documents().stream()
        .flatMap(document -> document.duplicates().stream())
        .map(duplicate -> duplicate.path().lastStep())
        .distinct()
        .sorted()
        .toList();
    if (!theirs.equals(ours)) {
      differences.add("duplicates: recorded " + theirs + ", read " + ours);
    }
  }

  private static boolean isDuplicate(Node error) {
    return error.get(0).stringOr("").equals("duplicate");
  }
}
