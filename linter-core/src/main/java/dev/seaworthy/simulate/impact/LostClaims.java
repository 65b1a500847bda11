package dev.seaworthy.simulate.impact;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Diagnostic;
import dev.seaworthy.diagnostic.Severity;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.outcome.OutcomeCodes;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Claims that go, and their data with them, because a StatefulSet that deletes those of pods that are
 * too many ({@code persistentVolumeClaimRetentionPolicy.whenScaled}) is scaled down.
 */
public final class LostClaims {

  private static final FieldPath WHEN_SCALED =
      FieldPath.of("spec", "persistentVolumeClaimRetentionPolicy", "whenScaled");

  private final ClusterView view;

  /** The claims that were there and whose volumes do not outlive them. */
  private final List<ObjectKey> before;

  /** Of those that are in {@code view} now. */
  public LostClaims(ClusterView view) {
    this.view = view;
    this.before = view.list(Kinds.PERSISTENT_VOLUME_CLAIM).stream()
        .map(ObjectKey::of)
        .filter(claim -> !DeletedData.isRetained(claim, view))
        .toList();
  }

  /** The names of those that are gone or going since, by the set that they were of. */
  public Map<ObjectKey, List<String>> find(Collection<InputObject> manifests, String namespace) {
    Map<ObjectKey, List<String>> lost = new LinkedHashMap<>();
    for (InputObject manifest : manifests) {
      boolean isMeant = manifest.kind().equals(Kinds.STATEFUL_SET)
          && manifest.at(WHEN_SCALED).text().equals("Delete");
      List<String> gone = isMeant ? gone(manifest, namespace) : List.of();
      if (!gone.isEmpty()) {
        lost.put(ImpactFinder.keyOf(manifest, namespace), gone);
      }
    }
    return lost;
  }

  private List<String> gone(InputObject set, String namespace) {
    List<String> gone = new ArrayList<>();
    String own = ImpactFinder.keyOf(set, namespace).namespace();
    for (ObjectKey claim : before) {
      if (claim.namespace().equals(own) && isOf(set, claim) && isGoing(claim)) {
        gone.add(claim.name());
      }
    }
    return gone;
  }

  private boolean isGoing(ObjectKey claim) {
    Optional<Resource> now = view.get(claim);
    return now.isEmpty() || Meta.isBeingDeleted(now.get());
  }

  /** Whether a claim has the name that one of a pod of {@code set} has. */
  private static boolean isOf(InputObject set, ObjectKey claim) {
    for (Node template : set.at(FieldPath.of("spec", "volumeClaimTemplates")).items()) {
      String stem = template.at("metadata", "name").text() + "-" + set.name() + "-";
      if (claim.name().startsWith(stem)
          && claim.name().substring(stem.length()).chars().allMatch(Character::isDigit)) {
        return true;
      }
    }
    return false;
  }

  /** The warning of what {@code set} loses. */
  public static Diagnostic tell(InputObject set, List<String> claims) {
    return Diagnostic.of(
            OutcomeCodes.DATA_LOST,
            Severity.WARNING,
            "StatefulSet " + set.name() + " is scaled down, and with "
                + (claims.size() == 1 ? "its pod goes " : "its pods go ")
                + ImpactWords.data(claims),
            set.locationOf(WHEN_SCALED))
        .withSubject(set.subject())
        .withField(WHEN_SCALED.toString())
        .withRemedy("whenScaled: Retain, which is the default, keeps the claims of pods that go");
  }
}
