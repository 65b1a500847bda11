package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what a text holds, and tells objects from what is none. */
final class ReadingBuilder {

  private final SourceText source;
  private final byte[] text;
  private final List<Document> documents = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private boolean hasMistakes;
  private @Nullable Node nameless;
  private @Nullable Diagnostic template;
  private final Expected expected;
  private int number;

  /** What the documents of a text must be. */
  enum Expected {
    OBJECTS,
    VALUES
  }

  ReadingBuilder(String file, byte[] utf8, Expected expected) {
    this.source = new SourceText(file, utf8);
    this.text = utf8;
    this.expected = expected;
  }

  /** A document that could not be parsed. */
  void refuse(UnreadableException problem) {
    number++;
    if (isTemplate(problem)) {
      // One line for the whole file, however many of its documents are templates.
      if (template == null) {
        template = template(problem);
        problems.add(template);
      }
      return;
    }
    hasMistakes = true;
    problems.add(diagnostic(problem));
  }

  private boolean isTemplate(UnreadableException problem) {
    boolean ofYaml = problem.code() == ProblemCode.YAML_TOKEN
        || problem.code() == ProblemCode.YAML_SYNTAX
        || problem.code() == ProblemCode.YAML_VALUE
        || problem.code() == ProblemCode.JSON_SYNTAX;
    return ofYaml && ForeignFormat.isTemplate(text, source.line(problem.line()).orElse(""));
  }

  private Diagnostic template(UnreadableException problem) {
    return Diagnostic.of(
            ProblemCode.TEMPLATE.code(),
            Severity.WARNING,
            "the file is a template with {{ }}, not YAML",
            Location.ofPoint(source.file(), problem.line(), problem.column()))
        .withRemedy("Check what it renders to, for example: helm template . | seaworthy lint -");
  }

  private Diagnostic diagnostic(UnreadableException problem) {
    Location place = problem.line() > 0
        ? Location.ofPoint(source.file(), problem.line(), problem.column())
        : Location.ofFile(source.file());
    Diagnostic diagnostic =
        Diagnostic.of(problem.code().code(), Severity.ERROR, problem.problem(), place);
    return problem.remedy() == null ? diagnostic : diagnostic.withRemedy(problem.remedy());
  }

  /** A document that could be parsed; a null one is passed over, as kubectl does. */
  void document(Tree tree) {
    Node root = tree.root();
    if (root.isAbsent()) {
      return;
    }
    number++;
    if (expected == Expected.VALUES) {
      documents.add(new Document(source.file(), number, root, tree.duplicatesIn(root)));
      return;
    }
    List<ObjectShape.Flaw> flaws = ObjectShape.flaws(root);
    if (flaws.isEmpty()) {
      ForeignFormat.ofObject(source.file(), root)
          .ifPresentOrElse(what -> problems.add(foreign(what, root)), () -> unroll(tree));
    } else if (ForeignFormat.isChart(source.file(), root)) {
      problems.add(foreign(ForeignFormat.ofOther(source.file(), root), root));
    } else {
      refuseObject(root, flaws);
    }
  }

  private void refuseObject(Node root, List<ObjectShape.Flaw> flaws) {
    if (ObjectShape.namesNothing(root) && !(root instanceof Scalar)) {
      nameless = nameless == null ? root : nameless;
    } else {
      hasMistakes = true;
    }
    for (ObjectShape.Flaw flaw : flaws) {
      problems.add(diagnostic(
          UnreadableException.of(ProblemCode.NOT_AN_OBJECT, flaw.message(), flaw.span())));
    }
  }

  private void unroll(Tree tree) {
    for (Node object : ObjectShape.objects(tree.root())) {
      documents.add(new Document(source.file(), number, object, tree.duplicatesIn(object)));
    }
  }

  private Diagnostic foreign(String what, Node root) {
    Span span = root.span();
    return Diagnostic.of(
        ProblemCode.NOT_KUBERNETES.code(),
        Severity.WARNING,
        "the file is no Kubernetes manifest but " + what,
        Location.ofPoint(source.file(), span.line(), span.column()));
  }

  Reading build() {
    if (documents.isEmpty() && problems.isEmpty()) {
      problems.add(Diagnostic.of(
          ProblemCode.EMPTY.code(),
          Severity.WARNING,
          "the file holds no object",
          Location.ofFile(source.file())));
    }
    // Nothing in the file claims to be an object: it is another tool's, and one line says so.
    if (nameless != null && documents.isEmpty() && !hasMistakes) {
      return new Reading(
          List.of(),
          List.of(foreign(ForeignFormat.ofOther(source.file(), nameless), nameless)),
          source);
    }
    return new Reading(documents, problems, source);
  }
}
