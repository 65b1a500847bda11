package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.simulate.NodeShape;

/** Reads a node, or several that are alike, from a scenario file. */
public final class NodeReader {

  /** Twice what Kubernetes itself is tested with. */
  private static final int MOST = 10_000;

  /** As many as a whole cluster is played with. */
  private static final int MOST_PODS = 1_000_000;

  private NodeReader() {}

  public static NodeTemplate read(Arguments in) {
    String cpu = in.text("cpu");
    String memory = in.text("memory");
    NodeShape shape = new NodeShape(
        cpu.isEmpty() ? NodeShape.USUAL.cpu() : cpu,
        memory.isEmpty() ? NodeShape.USUAL.memory() : memory,
        (int) in.number("pods", NodeShape.USUAL.pods(), 0, MOST_PODS),
        in.textMap("labels"),
        in.texts("taints"),
        in.textMap("extended"));
    NodeTemplate node =
        new NodeTemplate(in.required("name"), (int) in.number("count", 0, 0, MOST), shape);
    if (!node.name().isEmpty()) {
      NodeCheck.check(node, in);
    }
    return node;
  }
}
