package dev.seaworthy.validate;

import dev.seaworthy.api.ResourceType;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.admission.ClusterFacts;
import dev.seaworthy.validate.field.Warning;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pods that were accepted, by their spec as it was sent. The pods of a template are sent with the
 * very same spec, so only the first is decoded, completed and judged in full; of the others only the
 * metadata is, and they share the completed spec with it.
 */
final class TemplatedPods {

  /** What a template leaves to each of its pods. */
  private static final List<String> OWN = List.of("name", "generateName", "ownerReferences");

  /** Sets that are gone must not be held for ever; the pods of one are made at about one time. */
  private static final int LIMIT = 4096;

  /** A pod as it was sent and as it was stored, and what was asked about the cluster meanwhile. */
  private record Pod(
      Mapping sent,
      Mapping stored,
      ResourceType type,
      RecordedFacts facts,
      List<Warning> warnings) {}

  private final Map<Node, Pod> bySpec = new IdentityHashMap<>();

  static boolean isPod(Submission submission) {
    return !submission.isUpdate()
        && submission.object().get("kind").text().equals("Pod")
        && submission.object().get("apiVersion").text().equals("v1")
        && submission.object().get("spec").isMapping();
  }

  /** Keeps an accepted pod for those that come after it. */
  void remember(Mapping sent, Judgement accepted) {
    if (bySpec.size() == LIMIT) {
      bySpec.clear();
    }
    bySpec.put(
        sent.get("spec"),
        new Pod(sent, accepted.object(), accepted.type(), accepted.asked(), accepted.warnings()));
  }

  /**
   * Makes of a pod what its accepted sibling became.
   *
   * @return whether it has one, and what that was admitted by still holds
   */
  boolean complete(Judgement judgement, Mapping sent, ClusterFacts facts) {
    Pod sibling = bySpec.get(sent.get("spec"));
    if (sibling == null || !isAlike(sent, sibling.sent()) || !sibling.facts().stillHold(facts)) {
      return false;
    }
    judgement.recognised(sibling.type());
    judgement.become(sibling.stored().with("metadata", metadata(sent, sibling)));
    judgement.warn(sibling.warnings());
    return true;
  }

  private static boolean isAlike(Mapping sent, Mapping other) {
    if (sent.size() != other.size()) {
      return false;
    }
    for (Mapping.Entry entry : sent.entries()) {
      boolean isSame = entry.key().equals("metadata")
          ? isAlikeButForItsOwn(entry.value(), other.get("metadata"))
          : entry.value().sameAs(other.get(entry.key()));
      if (!isSame) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlikeButForItsOwn(Node metadata, Node other) {
    if (metadata.size() != other.size()) {
      return false;
    }
    for (Mapping.Entry entry : metadata.entries()) {
      boolean isSame = OWN.contains(entry.key())
          ? other.get(entry.key()).isPresent()
          : entry.value().sameAs(other.get(entry.key()));
      if (!isSame) {
        return false;
      }
    }
    return true;
  }

  /** What defaulting and admission made of the sibling's metadata, with what is the pod's own. */
  private static Mapping metadata(Mapping sent, Pod sibling) {
    Mapping metadata =
        sibling.stored().get("metadata") instanceof Mapping given ? given : Mapping.EMPTY;
    for (String field : OWN) {
      Node own = sent.at("metadata", field);
      if (own.isPresent()) {
        metadata = metadata.with(field, own);
      }
    }
    return metadata;
  }
}
