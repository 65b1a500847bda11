package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** The PersistentVolumeClaims that a pod has as volumes. */
public final class PodClaims {

  private PodClaims() {}

  /** Their names; a claim that is made for the pod itself is named after both. */
  public static List<String> of(Resource pod) {
    List<Node> volumes = pod.root().get("spec").get("volumes").items();
    if (volumes.isEmpty()) {
      return List.of();
    }
    List<String> claims = new ArrayList<>();
    for (Node volume : volumes) {
      Node claim = volume.at("persistentVolumeClaim", "claimName");
      if (claim.isPresent()) {
        claims.add(claim.text());
      } else if (volume.get("ephemeral").isPresent()) {
        claims.add(pod.name() + "-" + volume.get("name").text());
      }
    }
    return claims;
  }
}
