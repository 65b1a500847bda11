package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SuppressedFinding;
import java.util.List;

/**
 * Everything there is to say about a file.
 *
 * @param file the file with the server's answers
 * @param findings of the rules and of the API server, in no particular order
 * @param suppressed findings that the file asks not to be told
 */
public record LintResult(
    JudgedFile file, List<Diagnostic> findings, List<SuppressedFinding> suppressed) {

  public LintResult {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
  }
}
