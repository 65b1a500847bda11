package dev.seaworthy.bench;

import dev.seaworthy.conformance.Answer;
import dev.seaworthy.conformance.JsonNodes;
import dev.seaworthy.conformance.Pointer;
import dev.seaworthy.conformance.RecordedText;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What our reader and our server make of a text, told as {@code kubectl} would: it reads the
 * documents in turn and stops at the first that is no object, keeps back those whose metadata it
 * can't decode and those of kinds that the server does not have, and sends the others. The fields of
 * the items of a {@code List} it checks itself, and keeps all of them back.
 */
record SentText(List<SentObject> objects, List<String> refusals) {

  private static final ManifestReader READER = new ManifestReader();

  /** An object and the answer to it. */
  private record SentObject(Document document, Verdict verdict) {

    Node object() {
      return document.root();
    }

    boolean isUnknownKind() {
      return verdict.code() == 404;
    }

    boolean isUndecodableForClients() {
      return verdict.decode().stream()
          .anyMatch(error -> List.of("type", "time").contains(error.error())
              && error.path().toString().startsWith("metadata"));
    }

    boolean hasUnknownFields() {
      return verdict.decode().stream().anyMatch(error -> error.error().equals("unknown"));
    }

    String answer() {
      return line(object(), isUnknownKind() ? "NoKindMatch" : verdict.reason(), Answer.of(verdict));
    }
  }

  static SentText of(RecordedText text, ApiServer server) {
    Reading reading = READER.read(text.name(), text.text());
    List<SentObject> read = reading.documents().stream()
        .takeWhile(document -> !isAfterProblem(document, reading))
        .map(document -> new SentObject(document, server.create(document)))
        .toList();
    Set<Integer> lists = lists(reading);
    Set<Integer> refusedLists = read.stream()
        .filter(SentObject::hasUnknownFields)
        .map(object -> object.document().number())
        .filter(lists::contains)
        .collect(Collectors.toSet());
    List<String> refusals = new ArrayList<>();
    refusedLists.forEach(list -> refusals.add("schema"));
    List<SentObject> sent = new ArrayList<>();
    List<SentObject> ofUnknownKinds = new ArrayList<>();
    for (SentObject object : read) {
      if (refusedLists.contains(object.document().number())) {
        continue;
      }
      if (object.isUnknownKind()) {
        ofUnknownKinds.add(object);
        refusals.add("kind");
      } else if (object.isUndecodableForClients()) {
        refusals.add("decode");
      } else {
        sent.add(object);
      }
    }
    // What a list holds of unknown kinds is not listed apart.
    ofUnknownKinds.removeIf(object -> lists.contains(object.document().number()));
    sent.addAll(ofUnknownKinds);
    firstProblem(reading).ifPresent(problem -> refusals.add(stage(problem)));
    return new SentText(sent, refusals);
  }

  /** The documents that hold several objects. */
  private static Set<Integer> lists(Reading reading) {
    Set<Integer> seen = new HashSet<>();
    return reading.documents().stream()
        .map(Document::number)
        .filter(number -> !seen.add(number))
        .collect(Collectors.toSet());
  }

  private static boolean isAfterProblem(Document document, Reading reading) {
    Span span = document.root().span();
    return firstProblem(reading)
        .map(Diagnostic::place)
        .filter(place -> place.line() < span.line()
            || place.line() == span.line() && place.column() <= span.column())
        .isPresent();
  }

  private static Optional<Diagnostic> firstProblem(Reading reading) {
    return reading.problems().stream()
        .filter(problem -> !stage(problem).equals("never"))
        .findFirst();
  }

  private static String stage(Diagnostic problem) {
    return ProblemCode.of(problem.code()).orElseThrow().stage().name().toLowerCase(Locale.ROOT);
  }

  boolean accepted() {
    return refusals.isEmpty()
        && objects.stream().allMatch(object -> object.verdict().accepted());
  }

  List<String> answers() {
    return objects.stream().map(SentObject::answer).toList();
  }

  /** The recorded answer to an object, in the form of {@link #answers}. */
  static String recorded(Node doc) {
    return line(doc, doc.get("reason").text(), Answer.of(doc));
  }

  private static String line(Node object, String reason, Answer answer) {
    boolean unknownKind = reason.equals("NoKindMatch");
    Node name = object.get("name").isAbsent() ? object.at("metadata", "name") : object.get("name");
    return "%s %s %s %d %s %s %s"
        .formatted(
            object.get("apiVersion").text(),
            object.get("kind").text(),
            name.text(),
            unknownKind ? 0 : answer.code(),
            reason,
            unknownKind ? List.of() : answer.causes(),
            unknownKind ? List.of() : answer.decode());
  }

  /**
   * The values that are not as recorded, each by its pointer.
   *
   * @param form {@code sent} or {@code value}, the object as it came back
   */
  List<String> differences(Node record, String form) {
    List<String> differences = new ArrayList<>();
    List<Node> docs = record.get("docs").items();
    for (int i = 0; i < docs.size(); i++) {
      Node ours = i < objects.size() ? inForm(objects.get(i), form) : Absent.INSTANCE;
      for (Mapping.Entry entry : docs.get(i).get(form).entries()) {
        Node value = Pointer.at(ours, entry.key());
        Node expected = JsonNodes.read(entry.value().stringOr("null"));
        if (!value.sameAs(expected) && !isFilledIn(form, entry.key(), value)) {
          differences.add(
              entry.key() + " is " + value.toJson() + ", was " + entry.value().text());
        }
      }
    }
    return differences;
  }

  /** {@code kubectl} writes the namespace of the request into what it sends. */
  private static boolean isFilledIn(String form, String pointer, Node value) {
    return form.equals("sent") && pointer.equals("/metadata/namespace") && value.isAbsent();
  }

  private static Node inForm(SentObject object, String form) {
    return form.equals("sent")
        ? object.object()
        : object.verdict().result().<Node>map(resource -> resource.root()).orElse(Absent.INSTANCE);
  }
}
