package dev.seaworthy.simulate.scenario.language;

import java.util.List;
import java.util.Optional;

/**
 * What a story shows of the cluster at one moment, in the words of {@code kubectl}.
 *
 * @param kinds the kinds whose objects are listed
 * @param selector which of these objects; empty for all
 * @param labels whether their labels are told
 * @param described the object to describe
 * @param reached who is to be reached, and {@code from} by whom
 */
public record Look(
    List<String> kinds,
    String selector,
    boolean labels,
    Optional<String> described,
    Optional<String> reached,
    Optional<String> from) {

  public Look {
    kinds = List.copyOf(kinds);
  }

  /** A table of objects. */
  public static Look list(List<String> kinds, String selector, boolean labels) {
    return new Look(kinds, selector, labels, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** All about one object. */
  public static Look describe(String target) {
    return new Look(List.of(), "", false, Optional.of(target), Optional.empty(), Optional.empty());
  }

  /** Who answers. */
  public static Look reach(String target, Optional<String> from) {
    return new Look(List.of(), "", false, Optional.empty(), Optional.of(target), from);
  }

  /** {@code get pods -l app=web}: what one would ask {@code kubectl}. */
  public String title() {
    String list = kinds.isEmpty()
        ? ""
        : "get " + String.join(",", kinds)
            + (selector.isEmpty() ? "" : " -l " + selector)
            + (labels ? " --show-labels" : "");
    return list
        + described.map(target -> "describe " + target).orElse("")
        + reached.map(target -> "reach " + target).orElse("")
        + from.map(who -> " from " + who).orElse("");
  }
}
