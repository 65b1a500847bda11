package dev.seaworthy.simulate.volume;

import dev.seaworthy.simulate.object.PodClaims;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the claims of a pod demand of its node: that the volumes they have can be reached from there,
 * and that there are, or can be made, volumes for those that wait for a node. Mirrors the scheduler's
 * {@code volumebinding}.
 *
 * @param refusal why the pod can have no node at all; empty if it may
 * @param bound the volumes of claims that have one
 * @param delayed the claims that get one when the pod has a node
 */
public record PodVolumes(
    Optional<String> refusal, List<Volume> bound, List<Claim> delayed, Volumes volumes) {

  /** No volume of the claims can be reached from the node. */
  public static final String NODE_CONFLICT =
      "node(s) didn't match PersistentVolume's node affinity";

  /** There is no volume for a claim that the node could reach, and none can be made there. */
  public static final String BIND_CONFLICT =
      "node(s) didn't find available persistent volumes to bind";

  /** What the claims of a pod in {@code namespace} demand as things are. */
  public static PodVolumes of(String namespace, List<PodClaims.Use> claims, Volumes volumes) {
    List<Volume> bound = new ArrayList<>();
    List<Claim> delayed = new ArrayList<>();
    boolean isUnbound = false;
    for (PodClaims.Use use : claims) {
      Optional<Claim> claim = volumes.claim(namespace, use.claim());
      Optional<String> refusal =
          claim.map(found -> refusal(found, use)).orElseGet(() -> Optional.of(missing(use)));
      if (refusal.isPresent()) {
        return refused(refusal.get(), volumes);
      }
      if (claim.get().isBound()) {
        volumes.volume(claim.get().volumeName()).ifPresent(bound::add);
      } else if (waitsForNode(claim.get(), volumes)) {
        delayed.add(claim.get());
      } else {
        isUnbound = true;
      }
    }
    return isUnbound
        ? refused("pod has unbound immediate PersistentVolumeClaims", volumes)
        : new PodVolumes(Optional.empty(), bound, delayed, volumes);
  }

  private static boolean waitsForNode(Claim claim, Volumes volumes) {
    return claim.volumeName().isEmpty()
        && volumes
            .storageClass(claim.className())
            .map(StorageClass::waitsForConsumer)
            .orElse(false);
  }

  private static PodVolumes refused(String why, Volumes volumes) {
    return new PodVolumes(Optional.of(why), List.of(), List.of(), volumes);
  }

  private static String missing(PodClaims.Use use) {
    return use.isEphemeral()
        ? "waiting for ephemeral volume controller to create the persistentvolumeclaim \"%s\""
            .formatted(use.claim())
        : "persistentvolumeclaim \"%s\" not found".formatted(use.claim());
  }

  private static Optional<String> refusal(Claim claim, PodClaims.Use use) {
    if (claim.phase().equals("Lost")) {
      return Optional.of(
          "persistentvolumeclaim \"%s\" bound to non-existent persistentvolume \"%s\""
              .formatted(claim.name(), claim.volumeName()));
    }
    if (claim.isBeingDeleted()) {
      return Optional.of("persistentvolumeclaim \"%s\" is being deleted".formatted(claim.name()));
    }
    return use.isEphemeral() && claim.resource().controller().isEmpty()
        ? Optional.of("PVC \"%s\" was not created for the pod".formatted(claim.name()))
        : Optional.empty();
  }

  /**
   * How the claims that wait are served on a node.
   *
   * @param matches the volumes that are there, by claim
   * @param provisions the claims whose volumes are to be made
   * @param conflicts why the node is not possible; empty if it is
   */
  public record Placement(
      Map<Claim, Volume> matches, List<Claim> provisions, List<String> conflicts) {}

  /** How the node of this name and these labels could serve the claims. */
  public Placement on(String node, Map<String, String> nodeLabels) {
    List<String> conflicts = new ArrayList<>();
    if (!bound.stream().allMatch(volume -> volume.isReachableFrom(nodeLabels))) {
      conflicts.add(NODE_CONFLICT);
    }
    Map<Claim, Volume> matches = new LinkedHashMap<>();
    List<Claim> provisions = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    boolean isElsewhere = false;
    for (Claim claim : delayed) {
      // Another pod that has the claim decided where its volume is made.
      if (!claim.selectedNode().isEmpty()) {
        isElsewhere |= !claim.selectedNode().equals(node);
        continue;
      }
      Optional<Volume> match = volumes.matchOn(nodeLabels, claim, taken);
      match.ifPresent(volume -> {
        matches.put(claim, volume);
        taken.add(volume.name());
      });
      if (match.isEmpty()) {
        provisions.add(claim);
      }
    }
    if (isElsewhere || !provisions.stream().allMatch(claim -> canBeMade(claim, nodeLabels))) {
      conflicts.add(BIND_CONFLICT);
    }
    return new Placement(matches, provisions, conflicts);
  }

  private boolean canBeMade(Claim claim, Map<String, String> nodeLabels) {
    return volumes
        .storageClass(claim.className())
        .filter(StorageClass::provisions)
        .filter(storage -> storage.reaches(nodeLabels))
        .isPresent();
  }
}
