package dev.seaworthy.report;

import dev.seaworthy.diagnostic.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.DiffAlgorithm.SupportedAlgorithm;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** What differs between two texts of a file, in the form that {@code git apply} and {@code patch} take. */
public final class UnifiedDiff {

  private UnifiedDiff() {}

  /** Empty where nothing differs. */
  public static String of(SourceText before, SourceText after) {
    RawText old = new RawText(before.utf8());
    RawText now = new RawText(after.utf8());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(out)) {
      formatter.format(
          DiffAlgorithm.getAlgorithm(SupportedAlgorithm.HISTOGRAM)
              .diff(RawTextComparator.DEFAULT, old, now),
          old,
          now);
      formatter.flush();
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
    String hunks = out.toString(StandardCharsets.UTF_8);
    return hunks.isEmpty() ? "" : "--- a/" + name(before) + "\n+++ b/" + name(after) + "\n" + hunks;
  }

  /** Paths of a difference count from where it is applied. */
  private static String name(SourceText text) {
    String name = text.file().startsWith("./") ? text.file().substring(2) : text.file();
    return name.startsWith("/") ? name.substring(1) : name;
  }
}
