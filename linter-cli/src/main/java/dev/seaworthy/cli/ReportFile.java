package dev.seaworthy.cli;

import dev.seaworthy.manifest.FileProblem;
import dev.seaworthy.manifest.StreamFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written beside its place and moved there when it is complete. A device or a pipe is
 * written to as it is.
 */
final class ReportFile {

  private final Path target;
  private final Path draft;
  private final PrintWriter out;

  /** So that nothing stays behind when somebody interrupts the run. */
  private final Thread whenInterrupted = new Thread(this::delete, "seaworthy-discard");

  private ReportFile(Path target, Path draft) throws IOException {
    this.target = target;
    this.draft = draft;
    this.out = new PrintWriter(new Utf8Writer(
        draft.equals(target) ? new StreamFile(target).toWrite() : Files.newOutputStream(draft)));
    Runtime.getRuntime().addShutdownHook(whenInterrupted);
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
    try {
      if (!Files.exists(target)) {
        return new ReportFile(target, draftOf(target));
      }
      if (Files.isRegularFile(target)) {
        Path real = target.toRealPath();
        return new ReportFile(real, draftOf(real));
      }
      return new ReportFile(target, target);
    } catch (IOException refused) {
      String draft = draftOf(target.toAbsolutePath()).toString();
      boolean isOfDraft = refused instanceof NoSuchFileException missing
          && draft.equals(Path.of(missing.getFile()).toAbsolutePath().toString());
      throw failure(
          target, isOfDraft ? "no file can be made in " + folder : FileProblem.named(refused));
    }
  }

  private static Path draftOf(Path target) {
    return target.resolveSibling(
        "." + target.getFileName() + "." + ProcessHandle.current().pid());
  }

  private static CommandFailure failure(Path target, String reason) {
    return new CommandFailure("cannot write a report to " + target + ": " + reason);
  }

  PrintWriter out() {
    return out;
  }

  void complete() {
    out.flush();
    boolean failed = out.checkError();
    out.close();
    if (failed || out.checkError()) {
      throw failure(target, "it cannot take all of it; is there room left?");
    }
    try {
      move();
    } catch (IOException refused) {
      throw failure(target, FileProblem.named(refused));
    }
  }

  private void move() throws IOException {
    if (draft.equals(target)) {
      return;
    }
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
    delete();
    keep();
  }

  /** Somebody else sees to it that it is completed, or discarded, when the run is interrupted. */
  void keep() {
    try {
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    } catch (IllegalStateException interrupted) {
      // Somebody interrupts the run, and the draft is being deleted.
    }
  }

  private void delete() {
    try {
      if (!draft.equals(target)) {
        Files.deleteIfExists(draft);
      }
    } catch (IOException stays) {
      // The draft stays behind; whatever went wrong before is what the user has to be told.
    }
  }
}
