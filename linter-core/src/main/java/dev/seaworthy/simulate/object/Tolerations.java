package dev.seaworthy.simulate.object;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import java.util.List;
import java.util.Optional;

/** Which taints a pod puts up with, and for how long. */
public final class Tolerations {

  private final List<Node> items;

  private Tolerations(List<Node> items) {
    this.items = items;
  }

  public static Tolerations of(Resource pod) {
    return of(pod.at("spec", "tolerations").items());
  }

  /** Of the items of {@code spec.tolerations}. */
  public static Tolerations of(List<Node> items) {
    return new Tolerations(items);
  }

  public boolean tolerate(Node taint) {
    return items.stream().anyMatch(toleration -> matches(toleration, taint));
  }

  private static boolean matches(Node toleration, Node taint) {
    String effect = toleration.get("effect").text();
    String key = toleration.get("key").text();
    if (!effect.isEmpty() && !effect.equals(taint.get("effect").text())) {
      return false;
    }
    if (!key.isEmpty() && !key.equals(taint.get("key").text())) {
      return false;
    }
    return switch (toleration.get("operator").text()) {
      case "Exists" -> true;
      case "", "Equal" ->
        toleration.get("value").text().equals(taint.get("value").text());
      default -> false;
    };
  }

  /**
   * How long all of {@code taints} are tolerated, in seconds: empty if one is not at all, {@code
   * Long.MAX_VALUE} for ever.
   */
  public Optional<Long> secondsFor(List<Node> taints) {
    long shortest = Long.MAX_VALUE;
    for (Node taint : taints) {
      if (!tolerate(taint)) {
        return Optional.empty();
      }
    }
    for (Node toleration : items) {
      boolean used = taints.stream().anyMatch(taint -> matches(toleration, taint));
      if (used && toleration.get("tolerationSeconds").isPresent()) {
        shortest =
            Math.min(shortest, Math.max(0, toleration.get("tolerationSeconds").longOr(0)));
      }
    }
    return Optional.of(shortest);
  }
}
