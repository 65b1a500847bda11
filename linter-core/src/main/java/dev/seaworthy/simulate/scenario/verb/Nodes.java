package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.Stage;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.store.ObjectKey;

/** What the verbs about nodes have in common. */
final class Nodes {

  private static final Node NOTHING = new Scalar(Scalar.Kind.NULL, "null", Span.NONE);

  private Nodes() {}

  /** The node that a step names: alone, or as {@code node}. */
  static String name(Arguments in) {
    return in.isMapping() ? in.required("node") : Arguments.textOf(in.node());
  }

  static void patch(Stage stage, String node, Mapping change) {
    stage.answered(stage.api().patch(new ObjectKey(Kinds.NODE, "", node), change));
  }

  /** Whether the node takes no more pods. */
  static void cordon(Stage stage, String node, boolean cordoned) {
    Node value = cordoned ? Scalar.of(true) : NOTHING;
    patch(stage, node, Mapping.of("spec", Mapping.of("unschedulable", value)));
  }
}
