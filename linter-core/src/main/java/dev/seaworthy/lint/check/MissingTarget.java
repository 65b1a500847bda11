package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Reference;
import dev.seaworthy.lint.ClosedWorld.Missing;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import java.util.Optional;

/** A reference to what the input does not hold; the same words for all kinds. */
final class MissingTarget {

  private static final FieldPath NAME = FieldPath.of("metadata", "name");

  private MissingTarget() {}

  /** A finding where the name stands, if what it names is missing and worth telling. */
  static Optional<Finding> check(Reference reference, RelationContext context) {
    return context.world().missing(reference).map(missing -> finding(reference, missing, context));
  }

  private static Finding finding(Reference reference, Missing missing, RelationContext context) {
    String near = missing.near().map(miss -> "; there is " + miss.text()).orElse("");
    Finding finding = Finding.at(
        reference.from(),
        reference.path(),
        "no " + reference.kind().kind() + " '" + reference.name() + "' is in the input" + near);
    return missing
        .near()
        .flatMap(context.graph()::find)
        .map(other -> finding.related(other, NAME, "this one is there"))
        .orElse(finding);
  }
}
