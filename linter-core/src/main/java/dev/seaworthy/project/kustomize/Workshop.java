package dev.seaworthy.project.kustomize;

import dev.seaworthy.api.ApiCatalog;
import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.api.Type;
import dev.seaworthy.apply.Untyped;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.ProblemCode;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.manifest.Span;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the build of one kustomization works with: files, kinds, and what it has to tell in the end. */
final class Workshop {

  private static final String OUTSIDE =
      " does not lie in or below the folder of this kustomization, and kustomize reads no other file;"
          + " copy it there, or list the folder of a kustomization that has it";

  private final KustomizeBuilds run;
  private final FileTexts texts;
  private final ApiCatalog catalog;
  private final ManifestReader reader;
  private final Budget budget;
  private final Set<Path> read = new LinkedHashSet<>();
  private final Set<Gap> gaps = new LinkedHashSet<>();
  private final List<GivenNamespace> namespaces = new ArrayList<>();
  private final Variables variables = new Variables();
  private FieldTables fields = FieldTables.USUAL;

  Workshop(KustomizeBuilds run, Budget budget) {
    this.run = run;
    this.texts = run.texts();
    this.catalog = run.catalog();
    this.reader = run.reader();
    this.budget = budget;
  }

  /** One for a kustomization that this one is made of. */
  Workshop inner() {
    return new Workshop(run, budget);
  }

  /** What was built apart belongs to this build, too. */
  void absorb(Part part, Mention mention) throws BuildFailure {
    fields = fields.with(part.fields(), mention);
    variables.addAll(part.variables(), mention);
    read.addAll(part.files());
    gaps.addAll(part.gaps());
    namespaces.addAll(part.namespaces());
  }

  /** The fields that steps change from now on, and those that hold names. */
  FieldTables fields() {
    return fields;
  }

  /** There are more such fields, as {@code mention} says. */
  void knows(FieldTables more, Mention mention) throws BuildFailure {
    fields = fields.with(more, mention);
  }

  Variables variables() {
    return variables;
  }

  Map<Path, Layer.Head> heads() {
    return run.heads();
  }

  Map<Path, Part> parts() {
    return run.parts();
  }

  Budget budget() {
    return budget;
  }

  Set<Path> read() {
    return read;
  }

  List<Gap> gaps() {
    return List.copyOf(gaps);
  }

  void lacks(Gap gap) {
    gaps.add(gap);
  }

  List<GivenNamespace> namespaces() {
    return namespaces;
  }

  void gives(GivenNamespace namespace) {
    namespaces.add(namespace);
  }

  /** Whether there may be more objects than are known here. */
  boolean isPartial() {
    return gaps.stream().anyMatch(gap -> gap.kind() == Gap.Kind.OBJECTS);
  }

  /** Whether there may be other objects, or these may be called otherwise, than is known here. */
  boolean isUnsure() {
    return gaps.stream().anyMatch(Gap::isUnsure);
  }

  /**
   * The text of {@code file}; empty if there is none. As kustomize does, it reads nothing that does
   * not really lie in or below the folder of the kustomization that names it, unless who calls it has
   * it read more.
   */
  Optional<byte[]> bytes(Path file, Mention mention) throws BuildFailure {
    if (!run.reaches(mention.folder(), file)) {
      if (texts.has(file)) {
        throw mention.failure(mention.folder().relativize(file) + OUTSIDE);
      }
      return Optional.empty();
    }
    Optional<byte[]> text = texts.read(file);
    if (text.isPresent()) {
      budget.read(text.get().length, mention);
      read.add(file);
    }
    return text;
  }

  /** Where {@code path} leads to, through all symbolic links. */
  Path real(Path path) {
    return run.real(path);
  }

  /** A symbolic link on {@code path} that leads nowhere. */
  Optional<Path> deadLink(Path path) {
    return texts.deadLink(path);
  }

  /** The objects of {@code file}, those of a list one by one; empty if there is no such file. */
  Optional<List<Node>> objects(Path file, Mention mention) throws BuildFailure {
    Optional<byte[]> text = bytes(file, mention);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Reading reading = reader.read(file.toString(), text.get());
    List<Node> objects = new ArrayList<>(roots(file, reading));
    if (reading.problems().stream().anyMatch(Workshop::isNoObject)) {
      for (Node document : roots(file, reader.readValues(file.toString(), text.get()))) {
        ListedObject.check(document, file);
        if (ListedObject.isOfTools(document)) {
          objects.add(document);
        }
      }
    }
    return Optional.of(objects);
  }

  /** What a cluster would pass over, kustomize refuses. */
  private static boolean isNoObject(Diagnostic problem) {
    return !problem.code().equals(ProblemCode.EMPTY.code())
        && !problem.code().equals(ProblemCode.AFTER_DOCUMENT_END.code());
  }

  /** The documents of {@code file}, whatever they are; empty if there is no such file. */
  Optional<List<Node>> values(Path file, Mention mention) throws BuildFailure {
    Optional<byte[]> text = bytes(file, mention);
    return text.isEmpty()
        ? Optional.empty()
        : Optional.of(roots(file, reader.readValues(file.toString(), text.get())));
  }

  /** The documents of a text that is written within {@code file}. */
  List<Node> inline(Path file, String text) throws BuildFailure {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return roots(file, reader.readValues(file.toString(), utf8));
  }

  private static List<Node> roots(Path file, Reading reading) throws BuildFailure {
    for (Diagnostic problem : reading.problems()) {
      boolean isUnreadable = problem.severity() == Severity.ERROR
          || problem.code().equals(ProblemCode.TEMPLATE.code())
          || problem.code().equals(ProblemCode.ENCRYPTED.code());
      if (isUnreadable) {
        throw new BuildFailure(
            problem.message(),
            file,
            new Span(problem.place().line(), problem.place().column(), 0, 0));
      }
    }
    return reading.documents().stream().map(Document::root).toList();
  }

  /** Kinds of which nobody knows better live in namespaces. */
  boolean isNamespaced(GroupVersionKind gvk) {
    return catalog
        .find(gvk)
        .or(() -> catalog.kinds().stream()
            .filter(kind -> kind.groupKind().equals(gvk.groupKind()))
            .findFirst()
            .flatMap(catalog::find))
        .map(ResourceType::namespaced)
        .orElse(true);
  }

  Type.Struct typeOf(Mapping root) {
    GroupVersionKind gvk =
        GroupVersionKind.of(root.get("apiVersion").text(), root.get("kind").text());
    return catalog.find(gvk).map(ResourceType::struct).orElse(Untyped.INSTANCE);
  }
}
