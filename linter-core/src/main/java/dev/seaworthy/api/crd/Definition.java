package dev.seaworthy.api.crd;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a CustomResourceDefinition defines. */
public final class Definition {

  private static final String GROUP = "apiextensions.k8s.io/";
  private static final String KIND = "CustomResourceDefinition";

  private final Node spec;

  /** The old version had one schema for all versions, and kept unknown fields unless told not to. */
  private final boolean isOld;

  private Definition(Node crd) {
    this.spec = crd.get("spec");
    this.isOld = crd.get("apiVersion").text().equals(GROUP + "v1beta1");
  }

  /** Whether {@code object} defines a kind. */
  public static boolean isOne(Node object) {
    return isMeantAsOne(object) && object.get("apiVersion").text().startsWith(GROUP);
  }

  /** Whether {@code object} says that it defines one, in whatever API. */
  public static boolean isMeantAsOne(Node object) {
    return object.get("kind").text().equals(KIND);
  }

  /** The versions that {@code crd} defines; none if it lacks what makes a kind. */
  public static List<CustomKind> kinds(Node crd) {
    return new Definition(crd).kinds();
  }

  private List<CustomKind> kinds() {
    List<CustomKind> kinds = new ArrayList<>();
    if (kind().isEmpty() || group().isEmpty()) {
      return kinds;
    }
    for (Node version : spec.get("versions").items()) {
      version.get("name").asString().ifPresent(name -> kinds.add(of(name, version)));
    }
    if (kinds.isEmpty()) {
      spec.get("version").asString().ifPresent(name -> kinds.add(of(name, spec)));
    }
    return kinds;
  }

  private String group() {
    return spec.get("group").text();
  }

  private String kind() {
    return spec.at("names", "kind").text();
  }

  private CustomKind of(String name, Node version) {
    return new CustomKind(
        new GroupVersionKind(group(), name, kind()),
        spec.at("names", "plural").text(),
        StructuralSchema.texts(spec.at("names", "shortNames")),
        !spec.get("scope").text().equals("Cluster"),
        version.get("served").booleanOr(true),
        schema(version),
        storedOtherwise(name),
        subresources(version).get("status").isMapping(),
        scale(subresources(version)),
        deprecation(name, version));
  }

  private StructuralSchema schema(Node version) {
    Node own = version.at("schema", "openAPIV3Schema");
    Node schema = own.isPresent() ? own : spec.at("validation", "openAPIV3Schema");
    boolean keeps = isOld && spec.get("preserveUnknownFields").booleanOr(true);
    return StructuralSchema.ofRoot(schema, keeps);
  }

  private Optional<StructuralSchema> storedOtherwise(String name) {
    String strategy = spec.at("conversion", "strategy").text();
    boolean isConverted = !strategy.isEmpty() && !strategy.equals("None");
    return spec.get("versions").items().stream()
        .filter(version -> version.get("storage").isTrue() && !isConverted)
        .filter(version -> !version.get("name").text().equals(name))
        .findFirst()
        .map(this::schema);
  }

  private Node subresources(Node version) {
    Node own = version.get("subresources");
    return own.isPresent() ? own : spec.get("subresources");
  }

  private static Optional<ScaleFields> scale(Node subresources) {
    Node scale = subresources.get("scale");
    return scale
        .get("specReplicasPath")
        .asString()
        .map(wanted -> new ScaleFields(
            wanted,
            scale.get("statusReplicasPath").text(),
            scale.get("labelSelectorPath").asString()));
  }

  private Optional<String> deprecation(String name, Node version) {
    if (!version.get("deprecated").isTrue()) {
      return Optional.empty();
    }
    return Optional.of(version
        .get("deprecationWarning")
        .asString()
        .orElseGet(() -> group() + "/" + name + " " + kind() + " is deprecated" + successor(name)));
  }

  /** The newest served version that is not on its way out, by the order of versions. */
  private String successor(String name) {
    return spec.get("versions").items().stream()
        .filter(
            other -> other.get("served").isTrue() && !other.get("deprecated").isTrue())
        .map(other -> other.get("name").text())
        .filter(other -> VersionOrder.NEWEST_FIRST.compare(other, name) < 0)
        .min(VersionOrder.NEWEST_FIRST)
        .map(other -> "; use " + group() + "/" + other + " " + kind())
        .orElse("");
  }
}
