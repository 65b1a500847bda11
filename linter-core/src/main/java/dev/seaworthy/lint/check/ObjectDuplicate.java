package dev.seaworthy.lint.check;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;

/** An object that the same unit of the input has a second time: the one applied last wins. */
final class ObjectDuplicate implements RelationCheck {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  @Override
  public List<Finding> check(InputObject object, RelationContext context) {
    if (object.name().isEmpty()) {
      return List.of();
    }
    List<String> units = context.texts("units");
    ObjectKey key = context.graph().keyOf(object);
    if (context.graph().findAnywhere(key).size() < 2) {
      return List.of();
    }
    Optional<InputObject> first = context
        .graph()
        .firstOfUnit(key, unit(object.file(), units), other -> unit(other.file(), units))
        .filter(other -> other != object);
    return first.map(other -> List.of(finding(object, other))).orElse(List.of());
  }

  private static Finding finding(InputObject object, InputObject first) {
    boolean same = object.resource().root().sameAs(first.resource().root());
    Finding finding = Finding.at(
            object,
            NAME,
            object
                + (same
                    ? " stands here a second time"
                    : " is another one already; the later replaces it"))
        .related(first, NAME, "the first one");
    return same ? finding.withSeverity(Severity.WARNING) : finding;
  }

  /** What is applied together with the file: the first pattern that covers it, else its folder. */
  private static String unit(String file, List<String> units) {
    for (String pattern : units) {
      if (Wildcard.matches(pattern, file)) {
        return pattern;
      }
    }
    // However the path was written, the folder is the same.
    String path = file.startsWith("./") ? file.substring(2) : file;
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
