package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with one file, as diagnostics: a template is told of once, a flood is cut off. */
final class ReadingProblems {

  /** Nobody reads further; a hostile file could have millions. */
  private static final int MOST = 100;

  private final SourceText source;
  private final List<Diagnostic> list = new ArrayList<>();
  private @Nullable Boolean looksLikeTemplate;
  private boolean hasTemplate;
  private boolean hasMistakes;

  ReadingProblems(SourceText source) {
    this.source = source;
  }

  List<Diagnostic> list() {
    return list;
  }

  /** Whether something is wrong that is not just another tool's file. */
  boolean hasMistakes() {
    return hasMistakes;
  }

  void add(UnreadableException problem) {
    if (list.size() > MOST || !isTemplate(problem)) {
      hasMistakes = true;
      addDiagnostic(diagnostic(problem));
    } else if (!hasTemplate) {
      hasTemplate = true;
      addDiagnostic(template(problem));
    }
  }

  /** A document that is no object, though nothing in it claims to be one. */
  void addNameless(UnreadableException problem) {
    addDiagnostic(diagnostic(problem));
  }

  void addForeign(String what, Node root) {
    addDiagnostic(foreign(what, root));
  }

  void addEmpty() {
    addDiagnostic(Diagnostic.of(
        ProblemCode.EMPTY.code(),
        Severity.WARNING,
        "the file holds no object",
        Location.ofFile(source.file())));
  }

  Diagnostic foreign(String what, Node root) {
    return Diagnostic.of(
        ProblemCode.NOT_KUBERNETES.code(),
        Severity.WARNING,
        "the file is no Kubernetes manifest but " + what,
        point(root.span().line(), root.span().column()));
  }

  private void addDiagnostic(Diagnostic problem) {
    if (list.size() < MOST) {
      list.add(problem);
    } else if (list.size() == MOST) {
      list.add(Diagnostic.of(
          ProblemCode.READ_LIMIT.code(),
          Severity.ERROR,
          "the file has more than " + MOST + " problems; the others are not shown",
          problem.place()));
    }
  }

  private Diagnostic diagnostic(UnreadableException problem) {
    Diagnostic diagnostic = Diagnostic.of(
        problem.code().code(),
        Severity.ERROR,
        problem.problem(),
        point(problem.line(), problem.column()));
    return problem.remedy() == null ? diagnostic : diagnostic.withRemedy(problem.remedy());
  }

  private Location point(int line, int column) {
    return line > 0
        ? Location.ofPoint(source.file(), line, column)
        : Location.ofFile(source.file());
  }

  private boolean isTemplate(UnreadableException problem) {
    return switch (problem.code()) {
      case YAML_TOKEN, YAML_SYNTAX, YAML_VALUE, JSON_SYNTAX, DOCUMENT_SEPARATOR ->
        source.contains("{{", problem.line()) || looksLikeTemplate();
      default -> false;
    };
  }

  private boolean looksLikeTemplate() {
    if (looksLikeTemplate == null) {
      looksLikeTemplate = ForeignFormat.isTemplate(source);
    }
    return looksLikeTemplate;
  }

  private Diagnostic template(UnreadableException problem) {
    return Diagnostic.of(
            ProblemCode.TEMPLATE.code(),
            Severity.WARNING,
            "the file is a template with {{ }}, not YAML",
            point(problem.line(), problem.column()))
        .withRemedy("Check what it renders to, for example: helm template . | seaworthy lint -");
  }
}
