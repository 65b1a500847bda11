package dev.seaworthy.validate;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.catalog.UndefinedKind;
import dev.seaworthy.api.crd.CustomStruct;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.validate.field.DecodeError;
import dev.seaworthy.validate.field.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds out which kind an object is of, as the server does before it decodes the rest. */
final class Recogniser {

  private static final FieldPath KIND = FieldPath.of("kind");
  private static final FieldPath API_VERSION = FieldPath.of("apiVersion");

  private final ApiCatalog catalog;
  private final ApiLifecycle lifecycle;
  private final Map<GroupVersionKind, UndefinedKind> undefined = new ConcurrentHashMap<>();

  Recogniser(ApiCatalog catalog) {
    this(catalog, ApiLifecycle.builtIn());
  }

  private Recogniser(ApiCatalog catalog, ApiLifecycle lifecycle) {
    this.catalog = catalog;
    this.lifecycle = lifecycle;
  }

  /** This with the kinds of another catalogue. */
  Recogniser with(ApiCatalog other) {
    return new Recogniser(other, lifecycle);
  }

  /** The kind, or why there is none. */
  record Recognition(Optional<ResourceType> type, List<DecodeError> errors) {

    private static Recognition failed(DecodeError... errors) {
      return new Recognition(Optional.empty(), List.of(errors));
    }
  }

  Recognition recognise(Node object, Optional<Endpoint> endpoint) {
    if (!object.isMapping()) {
      return Recognition.failed(
          new DecodeError("type", "", FieldPath.ROOT, "must be a mapping of fields"),
          new DecodeError("version", "", FieldPath.ROOT, "has no apiVersion and kind"));
    }
    List<DecodeError> noText = new ArrayList<>(0);
    String apiVersion = text(object.get("apiVersion"), API_VERSION, noText);
    String kind = text(object.get("kind"), KIND, noText);
    if (!noText.isEmpty()) {
      noText.add(new DecodeError("version", "", noText.get(0).path(), "tells no kind and version"));
      return new Recognition(Optional.empty(), noText);
    }
    if (apiVersion.indexOf('/') != apiVersion.lastIndexOf('/')) {
      return Recognition.failed(new DecodeError(
          "version",
          "",
          API_VERSION,
          "is '" + apiVersion + "', must be a version or a group, a slash and a version"));
    }
    return find(withDefaults(apiVersion, kind, endpoint), endpoint);
  }

  private static String text(Node node, FieldPath path, List<DecodeError> errors) {
    if (node.isPresent() && !(node instanceof Scalar scalar && scalar.isString())) {
      errors.add(new DecodeError("type", path.toString(), path, "must be text"));
    }
    return node.text();
  }

  /** What an object leaves out, the URL tells. */
  private static GroupVersionKind withDefaults(
      String apiVersion, String kind, Optional<Endpoint> endpoint) {
    GroupVersionKind written = apiVersion.equals("/")
        ? new GroupVersionKind("", "", kind)
        : GroupVersionKind.of(apiVersion, kind);
    if (endpoint.isEmpty()) {
      return written;
    }
    GroupVersionKind target = endpoint.get().gvk();
    boolean noVersion = written.version().isEmpty();
    boolean takesVersion =
        noVersion && (written.group().isEmpty() || written.group().equals(target.group()));
    return new GroupVersionKind(
        takesVersion ? target.group() : written.group(),
        takesVersion ? target.version() : written.version(),
        kind.isEmpty() ? target.kind() : kind);
  }

  private Recognition find(GroupVersionKind gvk, Optional<Endpoint> endpoint) {
    if (gvk.kind().isEmpty()) {
      return Recognition.failed(new DecodeError("kind-missing", "", FieldPath.ROOT, "has no kind"));
    }
    if (gvk.version().isEmpty()) {
      return Recognition.failed(
          new DecodeError("apiVersion-missing", "", FieldPath.ROOT, "has no apiVersion"));
    }
    Optional<ResourceType> type = catalog.find(gvk);
    if (type.isEmpty() && endpoint.filter(to -> isFormer(gvk, to.gvk())).isPresent()) {
      return Recognition.failed(new DecodeError(
          "apiVersion",
          "",
          API_VERSION,
          "is " + gvk.apiVersion() + ", must be " + endpoint.get().gvk().apiVersion()));
    }
    boolean served = type.isPresent()
        && (endpoint.isPresent() || (type.get().servedByDefault() && !type.get().list()));
    return served ? new Recognition(type, List.of()) : Recognition.failed(unknown(gvk));
  }

  /**
   * Whether the server's code still knows a version of the kind that it does not serve any more. Of
   * the old group extensions it knows what moved to apps; the others' shape has changed since.
   */
  private boolean isFormer(GroupVersionKind gvk, GroupVersionKind current) {
    return gvk.kind().equals(current.kind())
        && lifecycle.find(gvk).isPresent()
        && (!gvk.group().equals("extensions") || current.group().equals("apps"));
  }

  /** What the server says to every request for a kind that is on its way out. */
  List<Warning> deprecation(GroupVersionKind gvk) {
    Optional<Warning> ofDefinition = catalog.find(gvk).flatMap(Recogniser::deprecation);
    if (ofDefinition.isPresent()) {
      return List.of(ofDefinition.get());
    }
    return lifecycle
        .find(gvk)
        .filter(entry -> entry.isDeprecatedIn(catalog.release()))
        .map(entry -> new Warning(
            API_VERSION, "deprecated-api", gvk + " is deprecated" + use(entry.replacement())))
        .map(List::of)
        .orElse(List.of());
  }

  /** What a definition says of its own version. */
  private static Optional<Warning> deprecation(ResourceType type) {
    return type.struct() instanceof CustomStruct custom
        ? custom
            .kind()
            .deprecation()
            .map(words -> new Warning(API_VERSION, "deprecated-api", words))
        : Optional.empty();
  }

  private static String use(Optional<GroupVersionKind> replacement) {
    return replacement.map(gvk -> "; use " + gvk).orElse("");
  }

  private DecodeError unknown(GroupVersionKind gvk) {
    UndefinedKind undefined = undefined(gvk);
    FieldPath path = undefined.wrongVersion() ? API_VERSION : KIND;
    DecodeError error = new DecodeError("no-kind", "", path, undefined.message());
    return undefined.remedy().map(error::withRemedy).orElse(error);
  }

  /** What is to be said of a kind that is not served. */
  UndefinedKind undefined(GroupVersionKind gvk) {
    return undefined.computeIfAbsent(gvk, any -> UndefinedKind.of(any, catalog, lifecycle));
  }
}
