package dev.seaworthy.validate;

import dev.seaworthy.api.Release;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.decode.Decoded;
import dev.seaworthy.validate.decode.StrictDecoder;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.Request;
import java.util.List;
import java.util.Optional;

/** Reads the fields, strictly, and compares what the object says of itself with the URL. */
final class DecodeStage implements StageJudge {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");
  private static final FieldPath NAMESPACE = FieldPath.of("metadata", "namespace");
  private static final String DEFAULT_NAMESPACE = "default";

  private final Release release;
  private final StoredForm storedForm;

  DecodeStage(Release release, StoredForm storedForm) {
    this.release = release;
    this.storedForm = storedForm;
  }

  @Override
  public Stage stage() {
    return Stage.DECODE;
  }

  @Override
  public void judge(Judgement judgement) {
    Submission submission = judgement.submission();
    ResourceType type = judgement.type();
    boolean isStored = judgement.request().keepsWhatIsStored();
    Node done = isStored ? submission.previous() : Absent.INSTANCE;
    Decoded decoded = StrictDecoder.decode(
        type.struct(), submission.object(), submission.sentTwice(), release, done);
    judgement.doubts(decoded.doubt());
    List<DecodeError> errors =
        decoded.readable() ? refine(submission, type, decoded) : decoded.errors();
    if (!errors.isEmpty()) {
      judgement.refuse(stage(), Refusal.undecoded(400, "BadRequest", errors), decoded.more());
    }
    if (submission.isUpdate()) {
      judgement.replaces(isStored ? done : storedForm.of(submission.previous(), type));
    }
    Mapping object = placed(submission, type, named(type, (Mapping) decoded.tree()));
    judgement.become(withStatus(judgement, written(judgement, object)));
  }

  /** Of a pod that is sent for its ephemeral containers nothing else counts. */
  private static Mapping written(Judgement judgement, Mapping object) {
    boolean isPart = judgement.request().isOf(Request.EPHEMERAL_CONTAINERS);
    return isPart && judgement.previous() instanceof Mapping stored
        ? stored
            .withAt(List.of("metadata", "namespace"), object.at(NAMESPACE))
            .withAt(
                List.of("spec", "ephemeralContainers"), object.at("spec", "ephemeralContainers"))
        : object;
  }

  private static Mapping withStatus(Judgement judgement, Mapping object) {
    if (judgement.request().isCreate()) {
      return StatusOwnership.ofNew(judgement.type(), object);
    }
    return judgement.submission().write() == Submission.Write.STATUS
        ? object
        : StatusOwnership.kept(judgement.type(), object, judgement.previous());
  }

  /** What an object leaves to the URL to say, it says when it is stored. */
  static Mapping named(ResourceType type, Mapping object) {
    boolean complete =
        !object.get("kind").text().isEmpty() && !object.get("apiVersion").text().isEmpty();
    return complete
        ? object
        : object
            .with("apiVersion", Scalar.of(type.gvk().apiVersion()))
            .with("kind", Scalar.of(type.gvk().kind()));
  }

  /** A cluster-wide object loses its namespace, one without gets that of the request. */
  static Mapping placed(Submission submission, ResourceType type, Mapping object) {
    Mapping metadata = object.get("metadata") instanceof Mapping given ? given : Mapping.EMPTY;
    if (!type.namespaced()) {
      return metadata.has("namespace")
          ? object.with("metadata", metadata.without("namespace"))
          : object;
    }
    if (!metadata.get("namespace").text().isEmpty()) {
      return object;
    }
    String expected = submission.expectedNamespace();
    Scalar namespace = Scalar.of(expected.isEmpty() ? DEFAULT_NAMESPACE : expected);
    return object.with("metadata", metadata.with("namespace", namespace));
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
    Optional<DecodeError> unconverted = Conversion.failure(type.gvk().groupKind(), decoded.tree());
    if (unconverted.isPresent()) {
      return List.of(unconverted.get());
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
  static Optional<DecodeError> placeMismatch(
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
