package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.simulate.NodeShape;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Nodes that are alike.
 *
 * @param name the node's name, or with a count what precedes its number
 * @param count how many, named {@code name1}, {@code name2} …; 0 for one of that very name
 */
public record NodeTemplate(String name, int count, NodeShape shape) {

  /** Three of four processors and 8 GiB each, called {@code node-1} and so on. */
  public static final NodeTemplate USUAL = new NodeTemplate("node-", 3, NodeShape.USUAL);

  public List<String> names() {
    return count == 0
        ? List.of(name)
        : IntStream.rangeClosed(1, count).mapToObj(i -> name + i).toList();
  }
}
