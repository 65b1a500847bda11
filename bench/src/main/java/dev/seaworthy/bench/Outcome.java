package dev.seaworthy.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * How far the product's answer to one recorded case is the recorded one.
 *
 * @param group what the case is counted under: a kind, an area
 * @param measures which measures this case counts for, and how far each is met
 * @param explanation what was expected and what came, for {@code --failures}
 */
record Outcome(String id, String group, Map<String, Share> measures, String explanation) {

  /** A case that meets each of its measures or does not. */
  static Outcome of(String id, String group, Map<String, Boolean> met, String explanation) {
    Map<String, Share> measures = new TreeMap<>();
    met.forEach((measure, agrees) -> measures.put(measure, Share.of(agrees)));
    return new Outcome(id, group, measures, explanation);
  }

  boolean agrees() {
    return measures.values().stream().allMatch(Share::isWhole);
  }
}
