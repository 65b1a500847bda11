package dev.seaworthy.lint.check;

import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Optional;

/** An object that the same unit of the input has a second time: the one applied last wins. */
final class ObjectDuplicate implements ObjectCheck {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    if (object.name().isEmpty()) {
      return List.of();
    }
    List<String> units = context.texts("units");
    Optional<InputObject> first = context.graph().find(context.graph().keyOf(object)).stream()
        .filter(other -> unit(other.file(), units).equals(unit(object.file(), units)))
        .findFirst()
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
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "" : file.substring(0, slash);
  }
}
