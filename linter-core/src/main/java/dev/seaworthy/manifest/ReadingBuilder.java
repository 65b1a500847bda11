package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Gathers what a text holds, and tells objects from what is none. */
final class ReadingBuilder {

  private final String file;
  private final List<Document> documents = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private int number;

  ReadingBuilder(String file) {
    this.file = file;
  }

  void refuse(UnreadableException problem) {
    number++;
    add(problem(problem));
  }

  void add(Diagnostic problem) {
    problems.add(problem);
  }

  Diagnostic problem(UnreadableException problem) {
    Location place = problem.line() > 0
        ? Location.ofPoint(file, problem.line(), problem.column())
        : Location.ofFile(file);
    Diagnostic diagnostic =
        Diagnostic.of(problem.code().code(), Severity.ERROR, problem.problem(), place);
    return problem.remedy() == null ? diagnostic : diagnostic.withRemedy(problem.remedy());
  }

  /** A document that could be parsed; a null one is passed over, as kubectl does. */
  void document(Tree tree) {
    if (tree.root().isAbsent()) {
      return;
    }
    number++;
    List<ObjectShape.Flaw> flaws = ObjectShape.flaws(tree.root());
    if (flaws.isEmpty()) {
      unroll(tree);
    } else {
      flaws.forEach(flaw -> add(notAnObject(flaw)));
    }
  }

  private void unroll(Tree tree) {
    for (Node object : ObjectShape.objects(tree.root())) {
      documents.add(new Document(file, number, object, tree.duplicatesIn(object)));
    }
  }

  private Diagnostic notAnObject(ObjectShape.Flaw flaw) {
    return problem(UnreadableException.of(ProblemCode.NOT_AN_OBJECT, flaw.message(), flaw.span()));
  }

  Reading build(SourceText source) {
    if (documents.isEmpty() && problems.isEmpty()) {
      add(Diagnostic.of(
          ProblemCode.EMPTY.code(),
          Severity.WARNING,
          "the file holds no object",
          Location.ofFile(file)));
    }
    return new Reading(documents, problems, source);
  }
}
