package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.manifest.Document;
import dev.seaworthy.manifest.ManifestReader;
import dev.seaworthy.manifest.Reading;
import dev.seaworthy.report.JudgedFile;
import dev.seaworthy.report.JudgedObject;
import dev.seaworthy.report.Problems;
import dev.seaworthy.validate.ApiServer;
import dev.seaworthy.validate.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads a file and has the API server judge its objects. Safe for use by several threads. */
final class Judge {

  private final ManifestReader reader;
  private final ApiServer server;
  private final PreviousObjects previous;

  Judge(ManifestReader reader, ApiServer server, PreviousObjects previous) {
    this.reader = reader;
    this.server = server;
    this.previous = previous;
  }

  /** What cannot be read, parsed or judged is a problem of the result; nothing is thrown. */
  JudgedFile judge(InputFile file) {
    Reading reading = read(reader, file);
    List<JudgedObject> objects = new ArrayList<>();
    List<Diagnostic> problems = new ArrayList<>(reading.problems());
    for (Document document : reading.documents()) {
      judge(document, objects, problems);
    }
    return new JudgedFile(file.name(), objects, problems, reading.source());
  }

  static Reading read(ManifestReader reader, InputFile file) {
    try {
      return reader.read(file.name(), file.bytes().read());
    } catch (IOException unreadable) {
      return new Reading(
          List.of(),
          List.of(Problems.unreadable(file.name(), unreadable)),
          new SourceText(file.name(), new byte[0]));
    }
  }

  /** A fault of ours in one object must not keep the others from being judged. */
  private void judge(Document document, List<JudgedObject> objects, List<Diagnostic> problems) {
    try {
      objects.add(new JudgedObject(document, verdict(document)));
    } catch (RuntimeException | StackOverflowError fault) {
      problems.add(Problems.fault(document, fault));
    }
  }

  private Verdict verdict(Document document) {
    return previous
        .submission(document)
        .map(server::judge)
        .orElseGet(() -> server.create(document));
  }
}
