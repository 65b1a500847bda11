package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.simulate.NodeShape;

/** Reads a node, or several that are alike, from a scenario file. */
public final class NodeReader {

  /** Twice what Kubernetes itself is tested with. */
  private static final int MOST = 10_000;

  private NodeReader() {}

  public static NodeTemplate read(Arguments in) {
    String cpu = in.text("cpu");
    String memory = in.text("memory");
    NodeShape shape = new NodeShape(
        cpu.isEmpty() ? NodeShape.USUAL.cpu() : cpu,
        memory.isEmpty() ? NodeShape.USUAL.memory() : memory,
        (int) in.number("pods", NodeShape.USUAL.pods()),
        in.textMap("labels"),
        in.texts("taints"),
        in.textMap("extended"));
    return new NodeTemplate(in.required("name"), (int) count(in), shape);
  }

  private static long count(Arguments in) {
    long count = in.number("count", 0);
    if (count < 0 || count > MOST) {
      in.problem(in.node().get("count"), "'count' must be a number from 0 to " + MOST);
      return 0;
    }
    return count;
  }
}
