package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;

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

  /** This file without the objects that the server made of its own. */
  JudgedFile withoutResults() {
    List<JudgedObject> without = objects.stream()
        .map(object -> object.withVerdict(object.verdict().withoutResult()))
        .toList();
    return new JudgedFile(file, without, problems, notes, source);
  }
}
