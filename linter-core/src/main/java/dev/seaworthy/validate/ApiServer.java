package dev.seaworthy.validate;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.KindCheck;
import dev.seaworthy.validate.check.KindChecks;
import dev.seaworthy.validate.decode.Decoded;
import dev.seaworthy.validate.decode.StrictDecoder;
import dev.seaworthy.validate.defaulting.Defaults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final Defaults defaults;
  private final TypeJudge types;
  private final Map<GroupKind, List<KindCheck>> kinds = new HashMap<>();

  private ApiServer(ApiCatalog catalog) {
    this.catalog = catalog;
    this.recogniser = new Recogniser(catalog);
    this.defaults = new Defaults(catalog.release());
    this.types = new TypeJudge(catalog.release());
    for (KindCheck check : KindChecks.all()) {
      kinds.computeIfAbsent(check.kind(), any -> new ArrayList<>(1)).add(check);
    }
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
    if (recognition.type().isEmpty()) {
      return unrecognised(submission, recognition.errors());
    }
    return decode(submission, recognition.type().get());
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
    Decoded decoded =
        StrictDecoder.decode(type.struct(), submission.object(), submission.duplicates());
    List<DecodeError> errors =
        decoded.usable() ? refine(submission, type, decoded) : decoded.errors();
    if (errors.isEmpty()) {
      return judge(submission, type, (Mapping) decoded.tree());
    }
    List<FieldError> later =
        decoded.usable() ? judge(submission, type, (Mapping) decoded.tree()).causes() : List.of();
    return Verdict.undecoded(Stage.DECODE, 400, "BadRequest", errors, later);
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

  private Verdict judge(Submission submission, ResourceType type, Mapping object) {
    Request request = new Request(submission.operation(), catalog.release());
    Errors errors = new Errors();
    if (submission.isUpdate()) {
      Mapping previous = stored(submission, type);
      Mapping changed =
          Preparation.forUpdate(submission, type, filled(type, object, request), previous, errors);
      validate(type, Value.root(changed, previous), request, errors);
      return verdict(request, changed, errors);
    }
    Mapping created =
        Preparation.forCreate(submission, type, filled(type, object, request), errors);
    validate(type, Value.root(created, Absent.INSTANCE), request, errors);
    return verdict(request, created, errors);
  }

  /** The object that is there already, as the server holds it. */
  private Mapping stored(Submission submission, ResourceType type) {
    Node tree =
        StrictDecoder.decode(type.struct(), submission.previous(), List.of()).tree();
    Request creation = new Request(Request.Operation.CREATE, catalog.release());
    Mapping previous = tree instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    return Preparation.forCreate(submission, type, filled(type, previous, creation), new Errors());
  }

  private Mapping filled(ResourceType type, Mapping object, Request request) {
    return defaults.apply(type.struct(), object, request);
  }

  private void validate(ResourceType type, Value object, Request request, Errors errors) {
    ObjectMetaCheck.check(type, object, request, errors);
    types.check(type.struct(), object, request, errors);
    kinds
        .getOrDefault(type.gvk().groupKind(), List.of())
        .forEach(check -> check.check(object, request, errors));
    if (errors.count() == 0) {
      ObjectMetaCheck.pathSegment(type, object, errors);
    }
  }

  private static Verdict verdict(Request request, Mapping object, Errors errors) {
    return errors.count() > 0
        ? Verdict.invalid(errors.distinctCauses())
        : Verdict.accepted(request.isUpdate() ? 200 : 201, errors.warnings(), new Resource(object));
  }
}
