package dev.seaworthy.project.kustomize;

import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.api.selector.Requirement;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.nio.file.Path;
import java.util.List;

/** What kustomize refuses of a kustomization before it builds anything of it. */
final class LayerChecks {

  static final String GROUP = "kustomize.config.k8s.io/";

  private LayerChecks() {}

  static void check(Mapping root, Path file) throws BuildFailure {
    FieldTypes.check(root, file);
    checkKind(root, file);
    if (root.entries().stream().allMatch(LayerChecks::saysNothing)) {
      throw new BuildFailure(
          "the kustomization is empty; list what it is made of under resources", file, root.span());
    }
    for (String patches : List.of("patches", "patchesJson6902")) {
      for (Node patch : root.get(patches).items()) {
        checkTarget(patch.get("target"), file);
      }
    }
  }

  private static boolean saysNothing(Mapping.Entry entry) {
    boolean isOfType = entry.key().equals("apiVersion") || entry.key().equals("kind");
    boolean isEmptyText = entry.value().isString() && entry.value().text().isEmpty();
    return isOfType || isEmptyText || entry.value().isAbsent();
  }

  private static void checkKind(Mapping root, Path file) throws BuildFailure {
    String kind = root.get("kind").stringOr("Kustomization");
    if (!kind.equals("Kustomization") && !kind.equals("Component")) {
      throw BuildFailure.ofMalformed(
          "kind must be Kustomization or Component, and is " + kind,
          file,
          root.get("kind").span());
    }
    String version = GROUP + (kind.equals("Component") ? "v1alpha1" : "v1beta1");
    String given = root.get("apiVersion").stringOr(version);
    if (!given.equals(version)) {
      throw BuildFailure.ofMalformed(
          "apiVersion of a " + kind + " must be " + version + ", and is " + given,
          file,
          root.get("apiVersion").span());
    }
  }

  private static void checkTarget(Node target, Path file) throws BuildFailure {
    for (String field : List.of("labelSelector", "annotationSelector")) {
      String selector = target.get(field).text();
      boolean isBroken = LabelSelector.parse(selector).requirements().stream()
          .anyMatch(one -> one.operator() == Requirement.Operator.UNKNOWN);
      if (isBroken) {
        throw BuildFailure.ofMalformed(
            field + " '" + selector + "' is no selector such as app=web or 'app in (web, shop)'",
            file,
            target.get(field).span());
      }
    }
  }
}
