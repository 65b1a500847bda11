package dev.seaworthy.validate;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;

/** The generation of an object: it counts the changes of what is wanted, not those of how it is. */
final class Generation {

  private static final GroupKind DEPLOYMENT = GroupKind.of("apps", "Deployment");

  private Generation() {}

  /** {@code meta}, which has the stored generation, with the next one if the object asks for more. */
  static Mapping counted(
      MetaRule rule, ResourceType type, Mapping meta, Mapping object, Node stored) {
    GroupKind kind = type.gvk().groupKind();
    boolean isNext = rule.countsGenerations()
        && meta.get("generation").isPresent()
        && (asksForMore(object, stored) || (kind.equals(DEPLOYMENT) && isAnnotated(meta, stored)));
    return isNext ? meta.with("generation", Scalar.of(meta.get("generation").longOr(0) + 1)) : meta;
  }

  private static boolean asksForMore(Mapping object, Node stored) {
    for (Mapping.Entry entry : object.entries()) {
      boolean isWanted = !entry.key().equals("metadata") && !entry.key().equals("status");
      if (isWanted && !entry.value().sameAs(stored.get(entry.key()))) {
        return true;
      }
    }
    return false;
  }

  /** A Deployment's annotations go to its ReplicaSets, so they count. */
  private static boolean isAnnotated(Mapping meta, Node stored) {
    return !meta.get("annotations").sameAs(stored.at("metadata", "annotations"));
  }
}
