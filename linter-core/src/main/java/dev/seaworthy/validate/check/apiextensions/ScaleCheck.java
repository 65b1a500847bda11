package dev.seaworthy.validate.check.apiextensions;

import java.util.List;

/** Where the numbers of replicas are. Mirrors ValidateCustomResourceDefinitionSubresources. */
final class ScaleCheck {

  private ScaleCheck() {}

  static void check(Place subresources, Findings findings) {
    Place scale = subresources.at("scale");
    if (!scale.node().isMapping()) {
      return;
    }
    needed(scale.at("specReplicasPath"), List.of(".spec."), findings);
    needed(scale.at("statusReplicasPath"), List.of(".status."), findings);
    Place selector = scale.at("labelSelectorPath");
    if (!selector.text().isEmpty()) {
      path(selector, List.of(".spec.", ".status."), findings);
    }
  }

  private static void needed(Place path, List<String> starts, Findings findings) {
    if (path.text().isEmpty()) {
      findings.required(path, "required", "must be given");
    } else {
      path(path, starts, findings);
    }
  }

  private static void path(Place path, List<String> starts, Findings findings) {
    if (SimplePath.check(path, findings) && starts.stream().noneMatch(path.text()::startsWith)) {
      findings.invalid(
          path,
          "scale-path",
          "is '" + path.text() + "', must begin with " + String.join(" or ", starts));
    }
  }
}
