package dev.seaworthy.lint.check;

import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import java.util.List;

/** Versions that the release no longer serves. */
final class ApiVersionRemoved implements ObjectCheck {

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    return context
        .lifecycle()
        .find(object.resource().gvk())
        .filter(entry -> entry.isRemovedIn(context.release()))
        .map(entry -> OutgoingVersion.finding(
            object,
            entry,
            entry.gvk() + " is not served since " + entry.removedIn().orElseThrow(),
            context))
        .map(List::of)
        .orElse(List.of());
  }
}
