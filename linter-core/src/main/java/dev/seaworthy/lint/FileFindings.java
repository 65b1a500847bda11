package dev.seaworthy.lint;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SuppressedFinding;
import java.util.ArrayList;
import java.util.List;

/**
 * What the rules find in a file.
 *
 * @param told what people are told
 * @param suppressed what the file asks not to be told
 */
public record FileFindings(List<Diagnostic> told, List<SuppressedFinding> suppressed) {

  /** None yet. */
  public static FileFindings none() {
    return new FileFindings(new ArrayList<>(), new ArrayList<>(0));
  }

  /** Adds those of another file, or of other rules. */
  public void addAll(FileFindings others) {
    told.addAll(others.told);
    suppressed.addAll(others.suppressed);
  }
}
