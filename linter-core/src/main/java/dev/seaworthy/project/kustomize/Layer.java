package dev.seaworthy.project.kustomize;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Span;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One kustomization of a build. */
final class Layer {

  private final Workshop workshop;
  private final Path file;
  private final Mapping root;

  private Layer(Workshop workshop, Head head) {
    this.workshop = workshop;
    this.file = head.file();
    this.root = head.root();
  }

  /** A kustomization file that was read and is in order. */
  record Head(Path file, Mapping root) {}

  /** The kustomization of {@code folder}; empty if it has none. */
  static Optional<Layer> in(Path folder, Workshop workshop) throws BuildFailure {
    Head known = workshop.heads().get(folder);
    if (known != null) {
      workshop.read().add(known.file());
      return Optional.of(new Layer(workshop, known));
    }
    Optional<Head> read = read(folder, workshop);
    read.ifPresent(head -> workshop.heads().put(folder, head));
    return read.map(head -> new Layer(workshop, head));
  }

  /** The same, whose gaps and files are told by {@code other}. */
  Layer within(Workshop other) {
    other.read().add(file);
    return new Layer(other, new Head(file, root));
  }

  private static Optional<Head> read(Path folder, Workshop workshop) throws BuildFailure {
    Optional<Head> found = Optional.empty();
    for (String name : KustomizationFile.NAMES) {
      Path file = folder.resolve(name);
      Optional<List<Node>> documents = workshop.values(file, new Mention(file, Span.NONE));
      if (documents.isPresent()) {
        Node first = documents.get().isEmpty() ? Mapping.EMPTY : documents.get().get(0);
        Node root = first.isAbsent() ? Mapping.EMPTY : first;
        if (!root.isMapping()) {
          throw new BuildFailure("the kustomization is no mapping", file, first.span());
        }
        if (found.isPresent()) {
          throw new BuildFailure(
              "the folder has a " + found.get().file().getFileName() + ", too; keep one of them",
              file,
              root.span());
        }
        if (root instanceof Mapping mapping && !isOfOthers(mapping)) {
          found =
              Optional.of(new Head(file, KnownFields.named(OlderForms.rewritten(mapping), file)));
        }
      }
    }
    if (found.isPresent()) {
      LayerChecks.check(found.get().root(), found.get().file());
    }
    return found;
  }

  /** Flux has objects of that kind, too. */
  private static boolean isOfOthers(Mapping root) {
    String version = root.get("apiVersion").text();
    return !version.isEmpty() && !version.startsWith(LayerChecks.GROUP);
  }

  Workshop workshop() {
    return workshop;
  }

  Path file() {
    return file;
  }

  Path folder() {
    return Objects.requireNonNull(file.getParent(), "the folder of a file");
  }

  Node get(String field) {
    return root.get(field);
  }

  /** The list of what it is made of. */
  Node placeOfParts() {
    return List.of("resources", "bases", "components").stream()
        .map(this::get)
        .filter(Node::isPresent)
        .findFirst()
        .orElse(root);
  }

  boolean isComponent() {
    return get("kind").text().equals("Component");
  }

  /** The file or folder that {@code name} means here. */
  Path resolve(Node name) throws BuildFailure {
    try {
      return folder().resolve(name.text()).normalize();
    } catch (InvalidPathException none) {
      throw failure("'" + name.text() + "' is no path", name);
    }
  }

  /** A file that must be there. */
  byte[] bytes(String name, Node place) throws BuildFailure {
    Optional<byte[]> text = workshop.bytes(resolve(Scalar.of(name)), mention(place));
    if (text.isEmpty()) {
      throw failure("there is no file " + name, place);
    }
    return text.get();
  }

  /** The documents of the file that {@code name} means; empty if there is no such file. */
  Optional<List<Node>> values(Node name) throws BuildFailure {
    return workshop.values(resolve(name), mention(name));
  }

  Mention mention(Node place) {
    return new Mention(file, spanOf(place));
  }

  BuildFailure failure(String message, Node place) {
    return new BuildFailure(message, file, spanOf(place));
  }

  void lacks(String what, Gap.Kind kind, Node place) {
    workshop.lacks(new Gap(file, spanOf(place), what, kind, Optional.empty()));
  }

  /** Something is done as kustomize does it, and {@code kubectl} does it otherwise. */
  void differs(String how, Node place) {
    lacks(how, Gap.Kind.DIFFERS, place);
  }

  /** A patch selects nothing; {@code meant} is the name of what it was probably for. */
  void idles(Optional<String> meant, Node place) {
    workshop.lacks(new Gap(file, spanOf(place), "a patch", Gap.Kind.IDLE, meant));
  }

  /**
   * An object that something of this kustomization is for is not there. That is a mistake, unless it
   * may be among those that are not known here.
   */
  void misses(String what, String message, Node place) throws BuildFailure {
    if (!workshop.isPartial()) {
      throw BuildFailure.ofMissing(message, mention(place), !workshop.isUnsure());
    }
    lacks(what, Gap.Kind.CHANGES, place);
  }

  private Span spanOf(Node place) {
    return place.span().isWritten() ? place.span() : root.span();
  }
}
