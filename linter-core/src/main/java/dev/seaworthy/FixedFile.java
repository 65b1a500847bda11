package dev.seaworthy;

import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.project.FileReplacement;
import dev.seaworthy.report.UnifiedDiff;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file with another text, which is not written yet.
 *
 * @param file where it lies; empty for a text that a program gave
 * @param before its text as it was read
 * @param after its text with all fixes
 * @param fixes how many fixes there are
 */
public record FixedFile(Optional<Path> file, SourceText before, SourceText after, int fixes) {

  /** The difference, in the form that {@code patch} takes. */
  public String diff() {
    return UnifiedDiff.of(before, after);
  }

  /**
   * Writes the new text in place of the old one, all of it or nothing. A text without a file is left
   * alone.
   *
   * @throws IOException if that fails, or if somebody has changed the file since it was read
   */
  public void write() throws IOException {
    if (file.isPresent()) {
      FileReplacement.write(file.get(), before.utf8(), after.utf8());
    }
  }
}
