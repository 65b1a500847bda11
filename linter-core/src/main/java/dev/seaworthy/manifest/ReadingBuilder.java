package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what a text holds, and tells objects from what is none. */
final class ReadingBuilder {

  private final SourceText source;
  private final Expected expected;
  private final List<Document> documents = new ArrayList<>();
  private final ReadingProblems problems;
  private @Nullable Node nameless;
  private int number;

  /** What the documents of a text must be. */
  enum Expected {
    OBJECTS,
    VALUES
  }

  ReadingBuilder(String file, byte[] utf8, Expected expected) {
    this.source = new SourceText(file, utf8);
    this.problems = new ReadingProblems(source);
    this.expected = expected;
  }

  /** A document that could not be parsed. */
  void refuse(UnreadableException problem) {
    number++;
    problems.add(problem);
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
          .ifPresentOrElse(what -> problems.addForeign(what, root), () -> unroll(tree));
    } else if (ForeignFormat.isChart(source.file(), root)) {
      problems.addForeign(ForeignFormat.ofOther(source.file(), root), root);
    } else {
      refuseObject(root, flaws);
    }
  }

  private void refuseObject(Node root, List<ObjectShape.Flaw> flaws) {
    boolean claimsNothing = ObjectShape.namesNothing(root) && !(root instanceof Scalar);
    nameless = claimsNothing && nameless == null ? root : nameless;
    for (ObjectShape.Flaw flaw : flaws) {
      UnreadableException problem =
          UnreadableException.of(ProblemCode.NOT_AN_OBJECT, flaw.message(), flaw.span());
      if (claimsNothing) {
        problems.addNameless(problem);
      } else {
        problems.add(problem);
      }
    }
  }

  private void unroll(Tree tree) {
    for (Node object : ObjectShape.objects(tree.root())) {
      documents.add(new Document(source.file(), number, object, tree.duplicatesIn(object)));
    }
  }

  Reading build() {
    if (documents.isEmpty() && problems.list().isEmpty()) {
      problems.addEmpty();
    }
    // Nothing in the file claims to be an object: it is another tool's, and one line says so.
    if (nameless != null && documents.isEmpty() && !problems.hasMistakes()) {
      String what = ForeignFormat.ofOther(source.file(), nameless);
      return new Reading(List.of(), List.of(problems.foreign(what, nameless)), source);
    }
    return new Reading(documents, problems.list(), source);
  }
}
