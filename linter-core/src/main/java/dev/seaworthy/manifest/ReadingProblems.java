package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.ForeignFormat.Foreign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with one file, as diagnostics: a template is told of once, a flood is cut off. */
final class ReadingProblems {

  /** Nobody reads further; a hostile file could have millions. */
  private static final int MOST = 100;

  private final SourceText source;
  private final byte[] utf8;
  private final List<Diagnostic> list = new ArrayList<>();
  private @Nullable Boolean looksLikeTemplate;
  private final Set<Foreign> told = new HashSet<>();
  private boolean hasTemplate;
  private boolean hasMistakes;

  ReadingProblems(SourceText source, byte[] utf8) {
    this.source = source;
    this.utf8 = utf8;
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
    } else {
      addTemplate(problem.line(), problem.column());
    }
  }

  /** A document that is no object, though nothing in it claims to be one. */
  void addNameless(UnreadableException problem) {
    addDiagnostic(diagnostic(problem));
  }

  /** What several documents of a file are is told once. */
  void addForeign(Foreign what, Node root) {
    if (told.add(what)) {
      addDiagnostic(foreign(what, root));
    }
  }

  void addTemplate(int line, int column) {
    if (!hasTemplate) {
      hasTemplate = true;
      addDiagnostic(template(line, column));
    }
  }

  /** The whole file is a template of an Ansible role. */
  void addRoleTemplate() {
    hasTemplate = true;
    addDiagnostic(template("of an Ansible role", 0, 0)
        .withRemedy("Check what the role makes of it: … | seaworthy lint -"));
  }

  void addLost(int line) {
    addDiagnostic(Diagnostic.of(
            ProblemCode.AFTER_DOCUMENT_END.code(),
            Severity.WARNING,
            "what follows ... is passed over by kubectl, without a word",
            point(line, 1))
        .withRemedy("Part documents with a line --- of their own."));
  }

  void addEmpty() {
    addDiagnostic(Diagnostic.of(
        ProblemCode.EMPTY.code(),
        Severity.INFO,
        "the file holds no object",
        Location.ofFile(source.file())));
  }

  Diagnostic foreign(Foreign what, Node root) {
    return Diagnostic.of(
        what.code().code(),
        Severity.INFO,
        what.message(),
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
        looksLikeTemplate();
      default -> false;
    };
  }

  private boolean looksLikeTemplate() {
    if (looksLikeTemplate == null) {
      looksLikeTemplate = TemplateMarks.in(utf8)
          || TemplateMarks.ofEnvsubstIn(utf8)
          || TemplateMarks.ofScriptsIn(utf8)
          || TemplateMarks.ofTerraformIn(utf8)
          || TemplateMarks.ofJinjaIn(utf8);
    }
    return looksLikeTemplate;
  }

  private Diagnostic template(int line, int column) {
    if (YttMarks.in(utf8)) {
      return template("of ytt with #@", line, column)
          .withRemedy("Check what it renders to, for example: ytt -f . | seaworthy lint -");
    }
    if (TemplateMarks.ofEnvsubstIn(utf8)) {
      return template("of envsubst with $NAME", line, column)
          .withRemedy("Check what it writes: envsubst <FILE | seaworthy lint -");
    }
    if (TemplateMarks.ofScriptsIn(utf8)) {
      return template("with %NAME% or @NAME@", line, column)
          .withRemedy("Check what is written in their place: … | seaworthy lint -");
    }
    if (TemplateMarks.ofTerraformIn(utf8)) {
      return template("of Terraform with %{ } or ${ }", line, column)
          .withRemedy("Check what it renders to, as an output of Terraform shows it.");
    }
    if (TemplateMarks.ofJinjaIn(utf8)) {
      return template("with {% %}", line, column)
          .withRemedy("Check what its engine writes: … | seaworthy lint -");
    }
    return template("with {{ }}", line, column)
        .withRemedy("Check what it renders to, for example: helm template . | seaworthy lint -");
  }

  private Diagnostic template(String how, int line, int column) {
    return Diagnostic.of(
        ProblemCode.TEMPLATE.code(),
        Severity.INFO,
        "the file is a template " + how + ", to be filled in first",
        point(line, column));
  }
}
