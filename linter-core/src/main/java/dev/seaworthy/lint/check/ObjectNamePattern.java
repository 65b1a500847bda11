package dev.seaworthy.lint.check;

import com.google.re2j.Pattern;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.List;

/** Names that are not of the form that is agreed on. */
final class ObjectNamePattern implements ObjectCheck {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    Node patterns = context.parameter("patterns");
    Node own = patterns.get(object.kind().kind());
    String pattern = own.stringOr(patterns.get("*").text());
    // An object without a name gets one that begins with generateName.
    boolean fine = pattern.isEmpty()
        || object.name().isEmpty()
        || Pattern.compile(pattern).matches(object.name());
    return fine
        ? List.of()
        : List.of(
            Finding.at(object, NAME, "the name '" + object.name() + "' must match " + pattern));
  }
}
