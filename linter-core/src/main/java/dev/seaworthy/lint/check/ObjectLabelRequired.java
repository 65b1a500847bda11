package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;

/** Labels that an object, or its pod template, must have. */
final class ObjectLabelRequired implements ObjectCheck {

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    boolean meant = context.texts("kinds").contains(object.kind().kind());
    return metadata(object, context)
        .filter(path -> meant)
        .map(path -> RequiredEntries.check(
            object, path.child("labels"), context.parameter("labels"), "label"))
        .orElse(List.of());
  }

  private static Optional<FieldPath> metadata(InputObject object, CheckContext context) {
    return context.parameter("template").isTrue()
        ? object.template().map(PodTemplate::path).map(p -> p.child("metadata"))
        : Optional.of(FieldPath.of("metadata"));
  }
}
