package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.ForeignFormat.Foreign;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers what a text holds, and tells objects from what is none. */
final class ReadingBuilder {

  /** What git-crypt writes before what it has encrypted. */
  private static final byte[] GIT_CRYPT = "\0GITCRYPT\0".getBytes(StandardCharsets.US_ASCII);

  private final SourceText source;
  private final byte[] utf8;
  private final Expected expected;
  private final FileRole role;
  private final ReadLimits limits;
  private final List<Document> documents = new ArrayList<>();
  private final ReadingProblems problems;
  private @Nullable Node nameless;
  private @Nullable Boolean mayPatch;
  private @Nullable Boolean commentedJson;
  private @Nullable MergeMarks mergeMarks;
  private int number;

  /** What the documents of a text must be. */
  enum Expected {
    OBJECTS,
    VALUES
  }

  ReadingBuilder(String file, byte[] utf8, Expected expected, FileRole role, ReadLimits limits) {
    this.source = new SourceText(file, utf8);
    this.utf8 = utf8;
    this.problems = new ReadingProblems(source, utf8);
    this.expected = expected;
    this.role = role;
    this.limits = limits;
  }

  /** Whether what stands beside the file says that nothing in it is meant to be YAML of an object. */
  boolean isForeignAsAWhole() {
    if (role == FileRole.CHART_TEMPLATE && source.contains("{{")) {
      problems.addTemplate(0, 0);
      return true;
    }
    if (role == FileRole.ROLE_TEMPLATE && (source.contains("{{") || source.contains("{%"))) {
      problems.addRoleTemplate();
      return true;
    }
    if (expected == Expected.OBJECTS && source.contains("#@") && YttMarks.in(utf8)) {
      problems.addTemplate(0, 0);
      return true;
    }
    if (expected == Expected.OBJECTS && source.contains("{{") && TemplateMarks.hiddenIn(utf8)) {
      problems.addTemplate(0, 0);
      return true;
    }
    if (startsWith(GIT_CRYPT)) {
      problems.addForeign(Foreign.ENCRYPTED, Absent.INSTANCE);
      return true;
    }
    if (role == FileRole.GENERATOR_INPUT) {
      ForeignFormat.ofRole(role).ifPresent(what -> problems.addForeign(what, Absent.INSTANCE));
      return true;
    }
    return false;
  }

  private boolean startsWith(byte[] head) {
    return utf8.length > head.length && Arrays.equals(utf8, 0, head.length, head, 0, head.length);
  }

  /** A document that could not be parsed. */
  void refuse(UnreadableException problem) {
    number++;
    if (problem.code() != ProblemCode.READ_LIMIT && isCommentedJson()) {
      problems.addForeign(Foreign.tool("JSON with comments"), Absent.INSTANCE);
    } else if (problem.code() == ProblemCode.READ_LIMIT) {
      problems.add(problem);
    } else {
      problems.add(mergeMarks()
          .before(problem)
          .or(() -> JsonComments.atTheStart(source.file(), utf8))
          .orElse(problem));
    }
  }

  private MergeMarks mergeMarks() {
    if (mergeMarks == null) {
      mergeMarks = MergeMarks.in(source);
    }
    return mergeMarks;
  }

  private boolean isCommentedJson() {
    if (commentedJson == null) {
      commentedJson = JsonComments.areAllThatIsWrong(source.file(), utf8, limits);
    }
    return commentedJson;
  }

  /** What stands on {@code line} and below is passed over by kubectl, silently. */
  void lost(int line) {
    problems.addLost(line);
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
    Optional<Foreign> byRole = ForeignFormat.ofRole(role);
    List<ObjectShape.Flaw> flaws = ObjectShape.flaws(root);
    if (byRole.isPresent()) {
      problems.addForeign(byRole.get(), root);
    } else if (TemplateMarks.areWhoItIs(root)) {
      problems.addTemplate(root.span().line(), root.span().column());
    } else if (flaws.isEmpty()) {
      foreign(root).ifPresentOrElse(what -> problems.addForeign(what, root), () -> unroll(tree));
    } else {
      ForeignFormat.ofHalfNamed(source.file(), role, root)
          .filter(what -> !ObjectShape.namesNothing(root))
          .ifPresentOrElse(
              what -> problems.addForeign(what, root), () -> refuseObject(root, flaws));
    }
  }

  private Optional<Foreign> foreign(Node root) {
    if (mayPatch == null) {
      mayPatch = PatchDirectives.mayBeIn(utf8);
    }
    return mayPatch && PatchDirectives.in(root)
        ? Optional.of(Foreign.PATCH)
        : ForeignFormat.ofObject(source.file(), root);
  }

  private void refuseObject(Node root, List<ObjectShape.Flaw> flaws) {
    boolean claimsNothing = ObjectShape.claimsNothing(root);
    nameless = claimsNothing && nameless == null ? root : nameless;
    for (ObjectShape.Flaw flaw : flaws) {
      if (claimsNothing) {
        problems.addNameless(flaw.asProblem());
      } else {
        problems.add(flaw.asProblem());
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
      Foreign what = ForeignFormat.ofNameless(source.file(), role, nameless);
      return new Reading(List.of(), List.of(problems.foreign(what, nameless)), source);
    }
    return new Reading(documents, problems.list(), source);
  }
}
