package dev.seaworthy;

import dev.seaworthy.judge.Judge;
import dev.seaworthy.judge.JudgedFile;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.project.InputSource;
import dev.seaworthy.project.KustomizedInput;
import java.util.ArrayList;
import java.util.List;

/** The files of an input as a cluster gets them: with what kustomizations make of them. */
final class PlayedFiles {

  private final KustomizedInput kustomized;
  private final Judge judge;

  PlayedFiles(KustomizedInput kustomized, Judge judge) {
    this.kustomized = kustomized;
    this.judge = judge;
  }

  /** {@code written} as it is played. */
  JudgedFile played(JudgedFile written) {
    return kustomized
        .objectsOf(written.file())
        .map(built -> judge.judgeBuilt(written, built, kustomized.isOpen(written.file())))
        .map(file -> kustomized.isPlayed(file.file()) || kustomized.isTold(file.file())
            ? file.withoutNotesOfKustomize()
            : file)
        .map(file -> kustomized.isUnlisted(file.file()) ? file.withoutProblems() : file)
        .orElse(written);
  }

  /** What kustomizations take from out of the input. */
  List<JudgedFile> beside() {
    List<JudgedFile> files = new ArrayList<>();
    for (InputSource source : kustomized.filesBeside()) {
      Reading reading = judge.read(source);
      files.add(
          played(new JudgedFile(source.name(), List.of(), List.of(), List.of(), reading.source())));
    }
    return files;
  }

  /** The objects of an input that is not judged, but was applied once. */
  List<Document> documents(List<Document> written) {
    List<Document> documents = new ArrayList<>();
    for (Document document : written) {
      if (kustomized.objectsOf(document.file()).isEmpty()) {
        documents.add(document);
      }
    }
    for (String file : kustomized.builtFiles()) {
      List<Mapping> built = kustomized.objectsOf(file).orElse(List.of());
      for (int i = 0; i < built.size(); i++) {
        documents.add(new Document(file, i + 1, built.get(i), List.of()));
      }
    }
    return documents;
  }
}
