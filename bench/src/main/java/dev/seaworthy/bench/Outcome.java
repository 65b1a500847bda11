package dev.seaworthy.bench;

import java.util.Map;

/**
 * Whether the product's answer to one recorded case is the recorded one.
 *
 * @param group what the case is counted under: a kind, an area
 * @param measures which measures this case counts for, and whether each is met
 * @param explanation what was expected and what came, for {@code --failures}
 */
record Outcome(String id, String group, Map<String, Boolean> measures, String explanation) {

  boolean agrees() {
    return !measures.containsValue(false);
  }
}
