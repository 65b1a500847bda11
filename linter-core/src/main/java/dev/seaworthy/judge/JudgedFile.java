package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A file of the input with what became of it.
 *
 * @param problems what kept the file, or a document of it, from becoming an object
 * @param notes what was not judged, which is no failure
 * @param source the file's text, to quote from
 */
public record JudgedFile(
    String file,
    List<JudgedObject> objects,
    List<Diagnostic> problems,
    List<Diagnostic> notes,
    SourceText source) {

  private static final Set<ProblemCode> OF_KUSTOMIZE =
      Set.of(ProblemCode.KUSTOMIZATION, ProblemCode.PATCH, ProblemCode.GENERATOR_INPUT);

  public JudgedFile {
    objects = List.copyOf(objects);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }

  /** This file with something more to know of it. */
  JudgedFile withNote(Diagnostic note) {
    List<Diagnostic> more = new ArrayList<>(notes);
    more.add(note);
    return new JudgedFile(file, objects, problems, more, source);
  }

  /** This file with something more that is wrong with it. */
  public JudgedFile withProblems(List<Diagnostic> more) {
    List<Diagnostic> all = new ArrayList<>(problems);
    all.addAll(more);
    return new JudgedFile(file, objects, all, notes, source);
  }

  /** This file as one that nobody applies, whatever is wrong with it. */
  public JudgedFile withoutProblems() {
    return new JudgedFile(file, objects, List.of(), notes, source);
  }

  /** This file, which a kustomization is made of, as one that is not passed over. */
  public JudgedFile withoutNotesOfKustomize() {
    List<Diagnostic> others = notes.stream()
        .filter(
            note -> ProblemCode.of(note.code()).filter(OF_KUSTOMIZE::contains).isEmpty())
        .toList();
    return new JudgedFile(file, objects, problems, others, source);
  }

  /** This file without the objects that the server made of its own. */
  JudgedFile withoutResults() {
    List<JudgedObject> without = objects.stream()
        .map(object -> object.withVerdict(object.verdict().withoutResult()))
        .toList();
    return new JudgedFile(file, without, problems, notes, source);
  }
}
