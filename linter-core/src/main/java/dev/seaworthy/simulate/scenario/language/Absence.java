package dev.seaworthy.simulate.scenario.language;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a step names and is not there, in words, with what was probably meant. */
public final class Absence {

  private Absence() {}

  /** An object. */
  public static String of(Target target, StepContext context) {
    return target + " is not there" + near(target.toString(), titles(context));
  }

  /** A node. */
  public static String ofNode(String name, StepContext context) {
    List<String> nodes =
        context.view().list(Kinds.NODE).stream().map(Resource::name).toList();
    return "there is no node '" + name + "'" + near(name, nodes);
  }

  /** What expected pods are said to belong to and never was in the story; empty if all of it was. */
  public static Optional<String> ofSubject(
      PodSelection selection, List<String> nodes, StepContext context) {
    Optional<String> owner = selection
        .of()
        .filter(target -> !context.wasThere(target))
        .map(target -> of(target, context));
    return owner.or(() -> Stream.concat(Stream.of(selection.node()), nodes.stream())
        .filter(node -> !node.isEmpty() && !context.wasThere(new Target("Node", node)))
        .findFirst()
        .map(node -> ofNode(node, context)));
  }

  /** Pods of which {@code found} are what a step selects; empty if it gets what it asks for. */
  public static Optional<String> among(
      List<Resource> found, PodSelection selection, StepContext context) {
    Optional<Target> owner = selection.of();
    if (owner.isPresent() && context.object(owner.get()).isEmpty()) {
      return Optional.of(of(owner.get(), context));
    }
    if (!found.isEmpty()) {
      int fewer = selection.pick().size() - found.size();
      return fewer > 0
          ? Optional.of("of the pods that it picks " + fewer + " are not there")
          : Optional.empty();
    }
    String named = selection.name();
    List<String> pods = context.ofKind("Pod").stream().map(Resource::name).toList();
    return Optional.of(
        named.isEmpty() || pods.contains(named)
            ? "no pod is as the step asks for"
            : "there is no pod '" + named + "'" + near(named, pods));
  }

  private static List<String> titles(StepContext context) {
    List<String> titles = new ArrayList<>();
    for (Resource object : context.view().all()) {
      titles.add(object.kind() + "/" + object.name());
    }
    return titles;
  }

  private static String near(String name, List<String> names) {
    return NearestName.to(name, names)
        .map(near -> "; did you mean " + near + "?")
        .orElse("");
  }
}
