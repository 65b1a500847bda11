package dev.seaworthy.validate;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.decode.Decoded;
import dev.seaworthy.validate.decode.StrictDecoder;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.FieldError;
import dev.seaworthy.validate.field.Warning;
import java.util.List;
import java.util.Optional;

/**
 * Answers to a request as the API server of a release answers, without a cluster. Safe for use by
 * several threads; what is worked out for a type is kept, so one server for each release is enough.
 */
public final class ApiServer {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");
  private static final FieldPath NAMESPACE = FieldPath.of("metadata", "namespace");

  private final ApiCatalog catalog;
  private final Recogniser recogniser;
  private final ObjectJudge objects;

  private ApiServer(ApiCatalog catalog) {
    this.catalog = catalog;
    this.recogniser = new Recogniser(catalog);
    this.objects = new ObjectJudge(catalog.release());
  }

  /** A server that knows the kinds of {@code catalog}. */
  public static ApiServer of(ApiCatalog catalog) {
    return new ApiServer(catalog);
  }

  /**
   * What the server says to the object of a document that is to be made, sent by {@code kubectl}: of
   * a key that is written twice {@code kubectl} sends the last value and drops the others without a
   * word, so the server takes it; a warning tells.
   */
  public Verdict create(Document document) {
    return create(document.root()).withWarnings(droppedKeys(document));
  }

  /** What the server says to an object that is to be made. */
  public Verdict create(Node object) {
    return judge(Submission.create(object));
  }

  /**
   * What the server says to a document's object that is to take the place of {@code previous}, sent
   * by {@code kubectl} as in {@link #create(Document)}.
   */
  public Verdict update(Document document, Node previous) {
    return update(document.root(), previous).withWarnings(droppedKeys(document));
  }

  private static List<Warning> droppedKeys(Document document) {
    return document.duplicates().stream()
        .map(key -> new Warning(
            key.path(),
            "duplicate-key",
            "'" + key.path().lastStep() + "' is written twice, first in line "
                + key.first().line()
                + "; kubectl sends only the last value, other clients are refused"))
        .toList();
  }

  /** What the server says to an object that is to take the place of {@code previous}. */
  public Verdict update(Node object, Node previous) {
    return judge(Submission.update(object, previous));
  }

  /** What the server says; the first stage that objects gives the answer. */
  public Verdict judge(Submission submission) {
    Recogniser.Recognition recognition =
        recogniser.recognise(submission.object(), submission.endpoint());
    Verdict verdict = recognition.type().isEmpty()
        ? unrecognised(submission, recognition.errors())
        : decode(submission, recognition.type().get());
    Optional<GroupVersionKind> asked = submission
        .endpoint()
        .map(Endpoint::gvk)
        .or(() -> recognition.type().map(ResourceType::gvk));
    return asked.map(gvk -> verdict.withWarnings(recogniser.deprecation(gvk))).orElse(verdict);
  }

  /** Without a URL to send it to, {@code kubectl} itself finds no such kind. */
  private static Verdict unrecognised(Submission submission, List<DecodeError> errors) {
    boolean nowhere = submission.endpoint().isEmpty() && errors.get(0).error().equals("no-kind");
    return Verdict.undecoded(
        Stage.RECOGNISE,
        nowhere ? 404 : 400,
        nowhere ? "NotFound" : "BadRequest",
        errors,
        List.of());
  }

  private Verdict decode(Submission submission, ResourceType type) {
    Decoded decoded = StrictDecoder.decode(
        type.struct(), submission.object(), submission.duplicates(), catalog.release());
    List<DecodeError> errors =
        decoded.usable() ? refine(submission, type, decoded) : decoded.errors();
    if (errors.isEmpty()) {
      return objects.judge(submission, type, named(type, (Mapping) decoded.tree()));
    }
    List<FieldError> later = decoded.usable()
        ? objects.judge(submission, type, named(type, (Mapping) decoded.tree())).causes()
        : List.of();
    return Verdict.undecoded(Stage.DECODE, 400, "BadRequest", errors, later);
  }

  /** What an object leaves to the URL to say, it says when it is stored. */
  private static Mapping named(ResourceType type, Mapping object) {
    boolean complete =
        !object.get("kind").text().isEmpty() && !object.get("apiVersion").text().isEmpty();
    return complete
        ? object
        : object
            .with("apiVersion", Scalar.of(type.gvk().apiVersion()))
            .with("kind", Scalar.of(type.gvk().kind()));
  }

  /** What the server checks once it has read all fields, in its order. */
  private static List<DecodeError> refine(
      Submission submission, ResourceType type, Decoded decoded) {
    Optional<DecodeError> otherKind =
        submission.endpoint().flatMap(endpoint -> kindMismatch(endpoint, type));
    if (otherKind.isPresent() && otherKind.get().error().equals("handled-as")) {
      return List.of(otherKind.get());
    }
    if (!decoded.errors().isEmpty()) {
      return decoded.errors();
    }
    if (otherKind.isPresent()) {
      return List.of(otherKind.get());
    }
    return placeMismatch(submission, type, decoded.tree()).map(List::of).orElse(List.of());
  }

  private static Optional<DecodeError> kindMismatch(Endpoint endpoint, ResourceType type) {
    if (!type.gvk().kind().equals(endpoint.gvk().kind())) {
      return Optional.of(new DecodeError(
          "handled-as",
          "",
          FieldPath.of("kind"),
          "is " + type.gvk().kind() + ", which is no " + endpoint.gvk().kind()));
    }
    if (!type.gvk().equals(endpoint.gvk())) {
      return Optional.of(new DecodeError(
          "apiVersion",
          "",
          FieldPath.of("apiVersion"),
          "is " + type.gvk().apiVersion() + ", must be " + endpoint.gvk().apiVersion()));
    }
    return Optional.empty();
  }

  /** The name and the namespace must be those of the URL. */
  private static Optional<DecodeError> placeMismatch(
      Submission submission, ResourceType type, Node object) {
    String name = object.at(NAME).text();
    String oldName = submission.previous().at(NAME).text();
    if (submission.isUpdate() && !name.isEmpty() && !name.equals(oldName)) {
      return Optional.of(new DecodeError(
          "name", "", NAME, "is '" + name + "', the object to be changed is '" + oldName + "'"));
    }
    String namespace = object.at(NAMESPACE).text();
    String expected = type.namespaced() ? submission.expectedNamespace() : "";
    if (!namespace.isEmpty() && !expected.isEmpty() && !namespace.equals(expected)) {
      return Optional.of(new DecodeError(
          "namespace",
          "",
          NAMESPACE,
          "is '" + namespace + "', the request goes to '" + expected + "'"));
    }
    return Optional.empty();
  }
}
