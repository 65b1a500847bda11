package dev.seaworthy.simulate.scenario;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.graph.InputObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a tool makes of a folder that a story applies, in place of the files as they are written. */
@FunctionalInterface
public interface BuiltFolders {

  /** Each folder is what its files say. */
  BuiltFolders NONE = folder -> Optional.empty();

  /**
   * What is made of a folder.
   *
   * @param objects in the order in which they are sent
   * @param sources the texts of the files that they come from, by name
   * @param problems errors where nothing is made of it; otherwise what should be known of it
   */
  record BuiltFolder(
      List<InputObject> objects, Map<String, SourceText> sources, List<Diagnostic> problems) {

    public BuiltFolder {
      objects = List.copyOf(objects);
      sources = Map.copyOf(sources);
      problems = List.copyOf(problems);
    }
  }

  /** What is made of {@code folder}; empty if its files are applied as they are written. */
  Optional<BuiltFolder> of(Path folder);
}
