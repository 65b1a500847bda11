package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.catalog.KnownKinds;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.ObjectCheck;
import dev.seaworthy.manifest.FieldPath;
import java.util.List;
import java.util.Set;

/** Versions that a cluster serves only if somebody has turned them on. */
final class ApiVersionOffByDefault implements ObjectCheck {

  /**
   * Betas of APIs that came before 1.24 are on by default; among the releases that are known here
   * there is but one.
   */
  private static final Set<String> ON_BY_DEFAULT = Set.of("flowcontrol.apiserver.k8s.io/v1beta3");

  @Override
  public List<Finding> check(InputObject object, CheckContext context) {
    GroupVersionKind gvk = object.resource().gvk();
    boolean alpha = gvk.version().contains("alpha");
    boolean early = alpha || gvk.version().contains("beta") && !isOn(gvk);
    boolean asked = early
        && context.catalog().find(gvk).isPresent()
        && KnownKinds.isBuiltIn(object.kind())
        && !context.texts("assumeServed").contains(gvk.apiVersion());
    return asked
        ? List.of(Finding.at(
            object,
            FieldPath.of("apiVersion"),
            gvk.apiVersion() + " is in " + (alpha ? "alpha" : "beta")
                + "; a cluster serves it only if it was turned on"))
        : List.of();
  }

  private static boolean isOn(GroupVersionKind gvk) {
    return ON_BY_DEFAULT.contains(gvk.apiVersion());
  }
}
