package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.manifest.Node;
import java.util.HashSet;
import java.util.Set;

/**
 * Folders that Flux or Argo CD applies, as objects of the input say: both sort what is in them, and
 * namespaces come first.
 *
 * @param paths the folders as they are written, from the root of the repository
 */
record DeliveredFolders(Set<String> paths) {

  private static final GroupKind KUSTOMIZATION =
      GroupKind.of("kustomize.toolkit.fluxcd.io", "Kustomization");
  private static final GroupKind APPLICATION = GroupKind.of("argoproj.io", "Application");

  static DeliveredFolders of(ResourceGraph graph) {
    DeliveredFolders folders = new DeliveredFolders(new HashSet<>());
    graph
        .ofKindAnywhere(KUSTOMIZATION)
        .forEach(object -> folders.add(object.resource().at("spec", "path")));
    for (InputObject application : graph.ofKindAnywhere(APPLICATION)) {
      folders.add(application.resource().at("spec", "source", "path"));
      application
          .resource()
          .at("spec", "sources")
          .items()
          .forEach(source -> folders.add(source.get("path")));
    }
    return folders;
  }

  private void add(Node path) {
    String text = path.text();
    if (text.startsWith("./")) {
      text = text.substring(2);
    }
    if (path.isString()) {
      paths.add("/" + text + (text.isEmpty() || text.endsWith("/") ? "" : "/"));
    }
  }

  /** Whether {@code folder} is one of them or lies in one; the input may have begun above the root. */
  boolean have(String folder) {
    String whole = "/" + folder + "/";
    return paths.stream().anyMatch(whole::contains);
  }
}
