package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.manifest.Node;
import java.util.List;

/** Tolerations in a line each: {@code node.kubernetes.io/not-ready:NoExecute op=Exists for 300s}. */
final class TolerationWords {

  private TolerationWords() {}

  static List<String> of(Node tolerations) {
    return tolerations.items().stream().map(TolerationWords::toleration).toList();
  }

  private static String toleration(Node toleration) {
    String value = toleration.get("value").text();
    String key = toleration.get("key").text();
    String effect = toleration.get("effect").text();
    String seconds = toleration
        .get("tolerationSeconds")
        .asLong()
        .map(time -> " for " + time + "s")
        .orElse("");
    boolean isAny = toleration.get("operator").text().equals("Exists");
    return key
        + (value.isEmpty() ? "" : "=" + value)
        + (effect.isEmpty() ? "" : ":" + effect)
        + (isAny ? key.isEmpty() && effect.isEmpty() ? "op=Exists" : " op=Exists" : "")
        + seconds;
  }
}
