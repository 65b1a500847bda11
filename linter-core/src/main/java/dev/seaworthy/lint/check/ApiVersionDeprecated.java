package dev.seaworthy.lint.check;

import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import java.util.List;

/** Versions that the release serves with a warning. */
final class ApiVersionDeprecated implements ObjectCheck {

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    if (context.texts("kinds").contains(object.kind().kind())) {
      return List.of();
    }
    return context
        .lifecycle()
        .find(object.resource().gvk())
        .filter(entry -> entry.isDeprecatedIn(context.release()))
        .filter(entry -> !entry.isRemovedIn(context.release()))
        .map(entry -> OutgoingVersion.finding(object, entry, message(entry), context))
        .map(List::of)
        .orElse(List.of());
  }

  private static String message(ApiLifecycle.Entry entry) {
    return entry.gvk() + " is deprecated since " + entry.deprecatedIn().orElseThrow()
        + entry.removedIn().map(release -> " and will be gone in " + release).orElse("");
  }
}
