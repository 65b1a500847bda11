package dev.seaworthy.lint;

import dev.seaworthy.graph.InputObject;
import java.util.List;

/** A rule that needs nothing but the object: it runs as soon as the object's file is read. */
public non-sealed interface ObjectCheck extends LintCheck {

  /** What is wrong with {@code object}, which is of one of the rule's kinds. */
  List<Finding> check(InputObject object, CheckContext context);
}
