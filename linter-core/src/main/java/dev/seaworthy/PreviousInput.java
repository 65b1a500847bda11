package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Location;
import dev.seaworthy.judge.Judge;
import dev.seaworthy.judge.OtherFiles;
import dev.seaworthy.judge.PreviousObjects;
import dev.seaworthy.judge.Problems;
import dev.seaworthy.judge.UpdateAs;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.project.KustomizedInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was there before a change, as it is written, and how the change is sent.
 *
 * @param documents its objects
 */
record PreviousInput(Input input, List<Document> documents, UpdateAs updateAs) {

  /**
   * Reads it, all or nothing: over half a state every answer would be another one.
   *
   * @throws UnreadableInput if something of it cannot be read or is no object
   */
  static PreviousInput read(Input input, UpdateAs updateAs, Judge reader) throws UnreadableInput {
    List<InputSource> sources = input.found().sources();
    List<Document> documents = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>(input.found().problems());
    for (InputSource file : sources) {
      Reading reading = reader.read(file);
      documents.addAll(reading.documents());
      problems.addAll(OtherFiles.SKIP.mistakes(reading.problems()));
    }
    if (documents.isEmpty() && problems.isEmpty()) {
      holdsNoObject(sources).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new UnreadableInput(problems);
    }
    return new PreviousInput(input, documents, updateAs);
  }

  /** A file that is named was meant to hold something; one of another revision need not. */
  private static Optional<Diagnostic> holdsNoObject(List<InputSource> sources) {
    return sources.stream()
        .filter(source -> source.path().isPresent())
        .findFirst()
        .map(source -> Problems.noObject(Location.ofFile(source.name())));
  }

  /** Its objects as they are written. */
  PreviousObjects written() {
    return new PreviousObjects(documents);
  }

  /** What kustomizations made of them. */
  PreviousObjects built(KustomizedInput kustomized, InputJudge judge) {
    PlayedFiles played = new PlayedFiles(kustomized, judge.reader(OtherFiles.SKIP));
    return new PreviousObjects(played.documents(documents));
  }
}
