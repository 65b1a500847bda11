package dev.seaworthy.lint;

import dev.seaworthy.graph.InputObject;
import java.util.List;

/** A rule about what objects have to do with each other: it waits until all files are read. */
public non-sealed interface RelationCheck extends LintCheck {

  /** What is wrong with {@code object}, which is of one of the rule's kinds. */
  List<Finding> check(InputObject object, RelationContext context);
}
