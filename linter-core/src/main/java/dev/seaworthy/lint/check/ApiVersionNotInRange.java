package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.Release;
import dev.seaworthy.api.catalog.BuiltInCatalog;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;

/** Versions that some of the clusters that a manifest is meant for do not serve. */
final class ApiVersionNotInRange implements ObjectCheck {

  private static final FieldPath API_VERSION = FieldPath.of("apiVersion");

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    if (context.texts("releases").size() < 2) {
      return List.of();
    }
    List<Release> releases = context.texts("releases").stream()
        .flatMap(text -> Release.parse(text).stream())
        .toList();
    if (releases.size() < 2 || !KnownKinds.isBuiltIn(object.kind())) {
      return List.of();
    }
    GroupVersionKind gvk = object.resource().gvk();
    List<Release> without = between(releases).stream()
        .filter(release -> BuiltInCatalog.of(release).find(gvk).isEmpty())
        .toList();
    return without.isEmpty() || without.size() == between(releases).size()
        ? List.of()
        : List.of(Finding.at(object, API_VERSION, gvk + " is not served by " + words(without)));
  }

  /** All releases from the oldest to the newest that is named. */
  private static List<Release> between(List<Release> named) {
    Release oldest = named.stream().min(Release::compareTo).orElseThrow();
    Release newest = named.stream().max(Release::compareTo).orElseThrow();
    return Release.supported().stream()
        .filter(release -> release.isAtLeast(oldest) && newest.isAtLeast(release))
        .toList();
  }

  private static String words(List<Release> releases) {
    return String.join(", ", releases.stream().map(Release::toString).toList());
  }
}
