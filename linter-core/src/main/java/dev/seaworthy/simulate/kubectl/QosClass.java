package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.stream.Stream;

/** How well a pod's resources are guarded: {@code Guaranteed}, {@code Burstable}, {@code BestEffort}. */
final class QosClass {

  private static final List<String> COUNTED = List.of("cpu", "memory");

  private QosClass() {}

  static String of(Resource pod) {
    List<Node> all = counted(pod);
    boolean isBare = all.stream()
        .allMatch(each -> isUncounted(each.get("requests")) && isUncounted(each.get("limits")));
    if (isBare) {
      return "BestEffort";
    }
    return all.stream().allMatch(QosClass::isGuaranteed) ? "Guaranteed" : "Burstable";
  }

  /** What a pod says of itself as a whole stands for what its containers say. */
  private static List<Node> counted(Resource pod) {
    Node whole = pod.at("spec", "resources");
    return whole.isPresent()
        ? List.of(whole)
        : Stream.of("initContainers", "containers")
            .flatMap(list -> pod.at("spec", list).items().stream())
            .map(container -> container.get("resources"))
            .toList();
  }

  private static boolean isUncounted(Node amounts) {
    return COUNTED.stream().allMatch(resource -> amounts.get(resource).isAbsent());
  }

  private static boolean isGuaranteed(Node resources) {
    return COUNTED.stream().allMatch(resource -> {
      Node limit = resources.at("limits", resource);
      Node request = resources.at("requests", resource);
      return limit.isPresent() && (request.isAbsent() || request.sameAs(limit));
    });
  }
}
