package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import dev.seaworthy.diagnostic.SuppressedFinding;
import java.util.List;
import java.util.Map;

/**
 * Everything there is to say about an input.
 *
 * @param findings of the rules and of the API server, by file, line and column
 * @param suppressed findings that files ask not to be told
 * @param problems what never became an object, in the same order
 * @param files the files with the server's answers, in the order of the input
 * @param sources the text of each file by its name, to quote from
 */
public record LintResult(
    List<Diagnostic> findings,
    List<SuppressedFinding> suppressed,
    List<Diagnostic> problems,
    List<JudgedFile> files,
    Map<String, SourceText> sources) {

  public LintResult {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    problems = List.copyOf(problems);
    files = List.copyOf(files);
    sources = Map.copyOf(sources);
  }
}
