package dev.seaworthy.manifest;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.SourceText;
import java.util.List;

/**
 * What became of one file.
 *
 * @param documents the objects that {@code kubectl} would send, in the order written; the items of
 *     a list are documents of their own
 * @param problems what never became an object, in the order written
 * @param source the text, to quote from
 */
public record Reading(List<Document> documents, List<Diagnostic> problems, SourceText source) {

  public Reading {
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }
}
