package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import java.util.List;

/**
 * A rule in Java. Pure: it asks the object and the graph, and returns. Implementations have no state
 * and no-argument constructors.
 */
public interface ObjectCheck {

  /** What is wrong with {@code object}, which is of one of the rule's kinds. */
  List<Finding> check(InputObject object, CheckContext context);
}
