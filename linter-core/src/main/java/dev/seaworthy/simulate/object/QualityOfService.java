package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** How a pod is treated when its node runs out of something. */
public enum QualityOfService {
  GUARANTEED("Guaranteed"),
  BURSTABLE("Burstable"),
  BEST_EFFORT("BestEffort");

  private static final List<String> COMPUTE = List.of("cpu", "memory");

  private final String word;

  QualityOfService(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** Guaranteed if all containers limit cpu and memory to what they request; best effort if none asks. */
  public static QualityOfService of(Resource pod) {
    List<Node> containers = new ArrayList<>(pod.at("spec", "initContainers").items());
    containers.addAll(pod.at("spec", "containers").items());
    boolean any = false;
    boolean all = true;
    for (Node container : containers) {
      Node requests = container.at("resources", "requests");
      Node limits = container.at("resources", "limits");
      for (String resource : COMPUTE) {
        Node limit = limits.get(resource);
        Node request = requests.get(resource);
        any |= limit.isPresent() || request.isPresent();
        all &= limit.isPresent() && (request.isAbsent() || request.sameAs(limit));
      }
    }
    return !any ? BEST_EFFORT : all ? GUARANTEED : BURSTABLE;
  }
}
