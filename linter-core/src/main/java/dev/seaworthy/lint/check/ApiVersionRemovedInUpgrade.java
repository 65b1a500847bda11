package dev.seaworthy.lint.check;

import dev.seaworthy.api.ApiLifecycle;
import dev.seaworthy.api.Release;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import java.util.List;

/** Versions that are served today and will not be after one of the next upgrades. */
final class ApiVersionRemovedInUpgrade implements ObjectCheck {

  /** What people plan for, where they do not say. */
  private static final int RELEASES_AHEAD = 3;

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    Release last = Release.parse(context.parameter("upgradeTo").text())
        .orElseGet(() -> new Release(context.release().minor() + RELEASES_AHEAD));
    return context
        .lifecycle()
        .find(object.resource().gvk())
        .filter(entry -> !entry.isRemovedIn(context.release()) && entry.isRemovedIn(last))
        .map(entry -> OutgoingVersion.finding(object, entry, words(entry), context))
        .map(List::of)
        .orElse(List.of());
  }

  private static String words(ApiLifecycle.Entry entry) {
    return entry.gvk() + " will not be served from " + entry.removedIn().orElseThrow() + " on";
  }
}
