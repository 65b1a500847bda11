package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.lint.Wildcard;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.List;

/** Kinds that nobody is to use here. */
final class ObjectKindForbidden implements ObjectCheck {

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    GroupVersionKind gvk = object.resource().gvk();
    boolean forbidden =
        context.parameter("forbidden").items().stream().anyMatch(row -> covers(row, gvk));
    return forbidden
        ? List.of(Finding.at(object, FieldPath.of("kind"), gvk + " must not be used here"))
        : List.of();
  }

  /** What a row does not say may be anything. */
  private static boolean covers(Node row, GroupVersionKind gvk) {
    return row.size() > 0
        && matches(row.get("group"), gvk.group())
        && matches(row.get("version"), gvk.version())
        && matches(row.get("kind"), gvk.kind());
  }

  private static boolean matches(Node pattern, String text) {
    return Wildcard.matches(pattern.stringOr("*"), text);
  }
}
