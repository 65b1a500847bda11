package dev.seaworthy.judge;

import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.lint.LintInput;
import java.util.List;

/**
 * A file that lies beside the input: rules about relations know its objects.
 *
 * @param problems what kept it, or a document of it, from becoming an object
 */
public record NeighbourFile(List<LintInput.Item> items, List<Diagnostic> problems) {

  public NeighbourFile {
    items = List.copyOf(items);
    problems = List.copyOf(problems);
  }
}
