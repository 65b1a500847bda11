package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.api.quantity.Quantity;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How much a pod may count on what it asks for (core/v1 PodQOSClass). */
public enum QualityOfService {
  GUARANTEED("Guaranteed"),
  BURSTABLE("Burstable"),
  BEST_EFFORT("BestEffort");

  private static final List<String> COUNTED = List.of("cpu", "memory");

  private final String word;

  QualityOfService(String word) {
    this.word = word;
  }

  /** The word as the API writes it. */
  public String word() {
    return word;
  }

  /**
   * The class of a pod.
   *
   * @param podLevel whether resources of the pod as a whole count, which come before those of its
   *     containers
   */
  public static QualityOfService of(Node spec, boolean podLevel) {
    if (podLevel && spec.get("resources").isPresent() && spec.get("resources").size() > 0) {
      return of(List.of(spec.get("resources")));
    }
    List<Node> resources = new ArrayList<>();
    spec.get("containers").items().forEach(one -> resources.add(one.get("resources")));
    spec.get("initContainers").items().forEach(one -> resources.add(one.get("resources")));
    return of(resources);
  }

  private static QualityOfService of(List<Node> resources) {
    boolean asks = resources.stream().anyMatch(QualityOfService::asksForSomething);
    if (!asks) {
      return BEST_EFFORT;
    }
    return resources.stream().allMatch(QualityOfService::isLimitedToItsRequests)
        ? GUARANTEED
        : BURSTABLE;
  }

  private static boolean asksForSomething(Node resources) {
    return positive(resources.get("limits")).size()
            + positive(resources.get("requests")).size()
        > 0;
  }

  private static boolean isLimitedToItsRequests(Node resources) {
    Map<String, Quantity> limits = positive(resources.get("limits"));
    Map<String, Quantity> requests = positive(resources.get("requests"));
    return limits.keySet().containsAll(COUNTED) && limits.equals(requests);
  }

  private static Map<String, Quantity> positive(Node list) {
    Map<String, Quantity> amounts = Quantity.list(list);
    amounts
        .entrySet()
        .removeIf(e -> !COUNTED.contains(e.getKey()) || e.getValue().signum() <= 0);
    return amounts;
  }
}
