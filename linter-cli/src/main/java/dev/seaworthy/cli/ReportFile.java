package dev.seaworthy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is written beside its place and moved there when it is complete. */
final class ReportFile {

  private final Path target;
  private final Path draft;
  private final PrintWriter out;

  private ReportFile(Path target, Path draft, PrintWriter out) {
    this.target = target;
    this.draft = draft;
    this.out = out;
  }

  static ReportFile create(Path target) {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new CommandFailure("cannot write a report to " + target + ": it is a folder");
    }
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(
          "cannot write a report to " + target + ": there is no folder " + folder);
    }
    Path draft = folder.resolve(
        "." + target.getFileName() + "." + ProcessHandle.current().pid());
    try {
      return new ReportFile(target, draft, new PrintWriter(Files.newBufferedWriter(draft)));
    } catch (IOException refused) {
      throw new CommandFailure(
          "cannot write a report to " + target + ": " + FileFailure.words(refused));
    }
  }

  PrintWriter out() {
    return out;
  }

  void complete() {
    out.flush();
    boolean failed = out.checkError();
    out.close();
    if (failed) {
      throw new CommandFailure("cannot write a report to " + target);
    }
    try {
      move();
    } catch (IOException refused) {
      throw new CommandFailure(
          "cannot write a report to " + target + ": " + FileFailure.words(refused));
    }
  }

  private void move() throws IOException {
    try {
      Files.move(
          draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException otherwise) {
      Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Nothing is left of it, unless it was completed. */
  void discard() {
    out.close();
    try {
      Files.deleteIfExists(draft);
    } catch (IOException stays) {
      // The draft stays behind; whatever went wrong before is what the user has to be told.
    }
  }
}
