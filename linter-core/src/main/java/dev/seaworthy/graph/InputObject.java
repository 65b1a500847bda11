package dev.seaworthy.graph;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An object and where it was read. Two of them are never equal, whatever they hold: the input may
 * have the same object twice.
 */
public final class InputObject {

  private static final FieldPath NAMESPACE = FieldPath.of("metadata", "namespace");

  private final String file;
  private final Resource resource;
  private final GroupKind kind;
  private final Placement placement;
  private final @Nullable PodTemplate template;
  private final boolean controlled;
  private final @Nullable Location namespacePlace;

  /** Shared by all that is found; of two threads that make it, either one's counts. */
  private Diagnostic.@Nullable Subject subject;

  /** An object that was read from {@code file}, of a kind that comes with Kubernetes or is well known. */
  public InputObject(String file, Resource resource) {
    this(file, resource, KnownKinds.builtIn());
  }

  /** An object that was read from {@code file}, of which {@code kinds} tells what kind it is. */
  public InputObject(String file, Resource resource, KnownKinds kinds) {
    this(file, resource, kinds, Placement.ALONE);
  }

  /** The same, of which {@code placement} tells what becomes of it. */
  public InputObject(String file, Resource resource, KnownKinds kinds, Placement placement) {
    this(file, resource, kinds, placement, null);
  }

  private InputObject(
      String file,
      Resource resource,
      KnownKinds kinds,
      Placement placement,
      @Nullable Location namespacePlace) {
    this.namespacePlace = namespacePlace;
    this.file = file;
    this.resource = resource;
    this.placement = placement;
    this.kind = kinds.canonical(resource.groupKind());
    this.controlled = resource.controller().isPresent();
    this.template = kinds
        .traits(kind)
        .podTemplate()
        .filter(place -> isWhole(place.path().resolve(resource.root()).get("spec")))
        .map(place -> new PodTemplate(this, resource.root(), place))
        .orElse(null);
  }

  /** The same, which something at {@code place}, maybe of another file, puts into its namespace. */
  public InputObject inNamespaceOf(Location place) {
    return new InputObject(file, resource, KnownKinds.builtIn(), placement, place);
  }

  /** Of pods that an operator makes people write only what it shall make otherwise. */
  private boolean isWhole(Node spec) {
    return spec.isMapping()
        && (KnownKinds.isBuiltIn(kind)
            || spec.get("containers").items().stream()
                .anyMatch(container -> container.get("image").isPresent()));
  }

  public String file() {
    return file;
  }

  /** What stands beside it, and what becomes of it. */
  public Placement placement() {
    return placement;
  }

  /** Whether a kustomization is yet to change the value at {@code path}, or part of it. */
  public boolean isUnsettled(FieldPath path) {
    return placement.customization().touches(path);
  }

  public Resource resource() {
    return resource;
  }

  /** Group and kind under today's name: an {@code extensions} Deployment is one of {@code apps}. */
  public GroupKind kind() {
    return kind;
  }

  public String name() {
    return resource.name();
  }

  /** What its pods are made of; empty if its kind makes none or it is left out. */
  public Optional<PodTemplate> template() {
    return Optional.ofNullable(template);
  }

  public Node at(FieldPath path) {
    return path.resolve(resource.root());
  }

  /** Whether another object of the cluster made this one and answers for it. */
  public boolean isControlled() {
    return controlled;
  }

  public Diagnostic.Subject subject() {
    Diagnostic.Subject made = subject;
    if (made == null) {
      made = new Diagnostic.Subject(
          resource.gvk().apiVersion(), resource.kind(), resource.namespace(), resource.name());
      subject = made;
    }
    return made;
  }

  /**
   * Where to point a reader at: a single value itself, the key of a mapping or list, the first line
   * of an item; for what is absent the key of the nearest ancestor that exists, and for an item that
   * has a name, its name.
   */
  public Location locationOf(FieldPath path) {
    if (namespacePlace != null && path.equals(NAMESPACE)) {
      return namespacePlace;
    }
    Node root = resource.root();
    FieldPath place = path;
    boolean moved = false;
    while (place.resolve(root) == Absent.INSTANCE && place.parent().isPresent()) {
      place = place.parent().get();
      moved = true;
    }
    return toLocation(moved ? ancestorSpan(place) : valueSpan(place));
  }

  private Span valueSpan(FieldPath place) {
    Node root = resource.root();
    Node value = place.resolve(root);
    Span key = place.keySpanIn(root);
    boolean single = value instanceof Scalar && value.span().isWritten();
    return single || !key.isWritten() ? value.span() : key;
  }

  private Span ancestorSpan(FieldPath place) {
    Node root = resource.root();
    FieldPath name = place.child("name");
    boolean isItem =
        place.parent().map(above -> above.resolve(root).isSequence()).orElse(false);
    if (isItem && name.resolve(root).isPresent()) {
      return name.keySpanIn(root);
    }
    return place.keySpanIn(root);
  }

  private Location toLocation(Span span) {
    return span.isWritten()
        ? new Location(file, span.line(), span.column(), span.endLine(), span.endColumn())
        : Location.ofFile(file);
  }

  /** The owner that answers for this object, as it is written. */
  public Optional<Node> controller() {
    return resource.controller();
  }

  @Override
  public String toString() {
    return resource.toString();
  }
}
