package dev.seaworthy;

import dev.seaworthy.diagnostic.Diagnostic;
import java.util.List;

/** Files that the answer depends on, and that cannot be read or hold something that is no object. */
public final class UnreadableInput extends Exception {

  private static final long serialVersionUID = 1;

  private final transient List<Diagnostic> problems;

  public UnreadableInput(List<Diagnostic> problems) {
    super(problems.get(0).place() + ": " + problems.get(0).message());
    this.problems = List.copyOf(problems);
  }

  /** What is wrong with them; at least one. */
  public List<Diagnostic> problems() {
    return problems;
  }
}
