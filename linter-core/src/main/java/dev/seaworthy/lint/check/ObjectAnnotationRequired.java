package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PathPattern;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** Annotations that an object, or metadata within it, must have. */
final class ObjectAnnotationRequired implements ObjectCheck {

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    if (!context.texts("kinds").contains(object.kind().kind())) {
      return findings;
    }
    PathPattern path = PathPattern.parse(context.parameter("path").text());
    for (FieldPath metadata : path.resolve(object.resource().root(), FieldPath.ROOT)) {
      findings.addAll(RequiredEntries.check(
          object, metadata.child("annotations"), context.parameter("annotations"), "annotation"));
    }
    return findings;
  }
}
