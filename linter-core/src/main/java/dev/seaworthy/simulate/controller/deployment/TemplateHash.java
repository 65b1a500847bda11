package dev.seaworthy.simulate.controller.deployment;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.controller.ContentHash;
import java.util.List;

/** The label that tells the templates of a Deployment apart. */
final class TemplateHash {

  static final String LABEL = "pod-template-hash";

  private TemplateHash() {}

  static String of(Resource deployment) {
    return ContentHash.of(
        deployment.at("spec", "template"),
        deployment.at("status", "collisionCount").longOr(0));
  }

  /** Whether two templates are the same but for the hash label. */
  static boolean same(Node left, Node right) {
    return left.get("spec").sameAs(right.get("spec")) && metadata(left).sameAs(metadata(right));
  }

  private static Node metadata(Node template) {
    return template.get("metadata") instanceof Mapping mapping
        ? mapping.withoutAt(List.of("labels", LABEL))
        : template.get("metadata");
  }
}
