package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** The PersistentVolumeClaims that a pod has as volumes. */
public final class PodClaims {

  private PodClaims() {}

  /**
   * A claim that a pod uses.
   *
   * @param isEphemeral whether it is made for the pod, and goes with it
   */
  public record Use(String claim, boolean isEphemeral) {}

  /** Their names. */
  public static List<String> of(Resource pod) {
    return uses(pod).stream().map(Use::claim).toList();
  }

  /** The claims by volume, in order; one that is made for the pod is named after both. */
  public static List<Use> uses(Resource pod) {
    List<Node> volumes = pod.root().get("spec").get("volumes").items();
    if (volumes.isEmpty()) {
      return List.of();
    }
    List<Use> uses = new ArrayList<>();
    for (Node volume : volumes) {
      Node claim = volume.at("persistentVolumeClaim", "claimName");
      if (claim.isPresent()) {
        uses.add(new Use(claim.text(), false));
      } else if (volume.get("ephemeral").isPresent()) {
        uses.add(new Use(ephemeral(pod, volume), true));
      }
    }
    return uses;
  }

  /** What the claim is called that is made for {@code volume} of {@code pod}. */
  public static String ephemeral(Resource pod, Node volume) {
    return pod.name() + "-" + volume.get("name").text();
  }
}
