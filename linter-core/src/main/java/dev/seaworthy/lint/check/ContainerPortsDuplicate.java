package dev.seaworthy.lint.check;

import dev.seaworthy.graph.Container;
import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two containers of a pod that stay up and listen on the same port: they share one network, so that
 * the second one can't.
 */
final class ContainerPortsDuplicate implements PodCheck {

  private record Port(String number, String protocol) {

    // By hand: what Java makes for records is put together at a first call that a start would wait
    // for.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Port port
          && number.equals(port.number)
          && protocol.equals(port.protocol);
    }

    @Override
    public int hashCode() {
      return number.hashCode() * 31 + protocol.hashCode();
    }
  }

  private record Declared(Container container, FieldPath place) {}

  @Override
  public List<Finding> check(PodTemplate template, CheckContext context) {
    List<Finding> findings = new ArrayList<>();
    Map<Port, Declared> seen = new HashMap<>();
    for (Container container : template.containers()) {
      if (container.staysUp()) {
        check(template, container, seen, findings);
      }
    }
    return findings;
  }

  private static void check(
      PodTemplate template, Container container, Map<Port, Declared> seen, List<Finding> findings) {
    List<Node> ports = container.node().get("ports").items();
    for (int i = 0; i < ports.size(); i++) {
      FieldPath place = container.path().child("ports").index(i).child("containerPort");
      Node number = template.owner().at(place);
      Port port = new Port(number.toJson(), ports.get(i).get("protocol").stringOr("TCP"));
      Declared first =
          number.isPresent() ? seen.putIfAbsent(port, new Declared(container, place)) : null;
      if (first != null) {
        findings.add(Finding.at(template.owner(), place, words(port, first, container))
            .related(template.owner(), first.place(), "declared here first"));
      }
    }
  }

  private static String words(Port port, Declared first, Container container) {
    String name = port.number() + "/" + port.protocol();
    return first.container() == container
        ? "port " + name + " is declared twice"
        : "container '" + first.container().name() + "' of the same pod listens on " + name
            + " already; they share one network";
  }
}
