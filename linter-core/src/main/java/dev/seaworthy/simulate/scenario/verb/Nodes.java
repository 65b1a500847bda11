package dev.seaworthy.simulate.scenario.verb;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.manifest.Span;
import dev.seaworthy.simulate.scenario.language.Absence;
import dev.seaworthy.simulate.scenario.language.Arguments;
import dev.seaworthy.simulate.scenario.language.StepContext;
import dev.seaworthy.simulate.store.Kinds;
import java.util.function.Consumer;

/** What the verbs about nodes have in common. */
final class Nodes {

  private static final Node NOTHING = new Scalar(Scalar.Kind.NULL, "null", Span.NONE);

  private Nodes() {}

  /** The node that a step names: alone, or as {@code node}. */
  static String name(Arguments in) {
    return in.isMapping() ? in.required("node") : in.name("a node");
  }

  /** Has something happen to a node, or tells that there is none. */
  static void at(String node, StepContext context, Consumer<String> happening) {
    if (context.view().get(Kinds.NODE, "", node).isPresent()) {
      happening.accept(node);
    } else {
      context.missed(Absence.ofNode(node, context));
    }
  }

  static void patch(StepContext context, String node, Mapping change) {
    context.answered(context.api().patch(new ObjectKey(Kinds.NODE, "", node), change));
  }

  /** Whether the node takes no more pods. */
  static void cordon(StepContext context, String node, boolean cordoned) {
    Node value = cordoned ? Scalar.of(true) : NOTHING;
    patch(context, node, Mapping.of("spec", Mapping.of("unschedulable", value)));
  }
}
