package dev.seaworthy.graph;

import dev.seaworthy.diagnostic.NameIndex;
import dev.seaworthy.manifest.Node;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ports that the containers of some pods declare: those containers that stay up. */
public final class DeclaredPorts {

  /** A port as a Service looks for it: by name or number, in one protocol. */
  private record Port(boolean byName, String text, String protocol) {

    // By hand, as in Unit.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Port that
          && byName == that.byName
          && text.equals(that.text)
          && protocol.equals(that.protocol);
    }

    @Override
    public int hashCode() {
      return text.hashCode() * 31 + protocol.hashCode();
    }
  }

  private final Set<Port> ports = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final Lazy<NameIndex> nearNames = new Lazy<>(() -> NameIndex.of(names));
  private @Nullable PodTemplate first;
  private @Nullable Container firstContainer;

  private DeclaredPorts() {}

  static DeclaredPorts of(Stream<PodTemplate> pods) {
    DeclaredPorts declared = new DeclaredPorts();
    pods.forEach(declared::add);
    return declared;
  }

  private void add(PodTemplate pods) {
    first = first == null ? pods : first;
    for (Container container : pods.containers()) {
      if (container.staysUp()) {
        firstContainer = firstContainer == null ? container : firstContainer;
        container.node().get("ports").items().forEach(this::add);
      }
    }
  }

  private void add(Node port) {
    String protocol = port.get("protocol").stringOr("TCP");
    Node name = port.get("name");
    Node number = port.get("containerPort");
    if (name.isPresent()) {
      ports.add(port(name, protocol));
    }
    if (number.isPresent()) {
      ports.add(port(number, protocol));
    }
    names.add(name.text());
  }

  private static Port port(Node nameOrNumber, String protocol) {
    return new Port(nameOrNumber.isString(), nameOrNumber.toJson(), protocol);
  }

  /** Whether a container has the port. */
  public boolean has(Node nameOrNumber, String protocol) {
    return ports.contains(port(nameOrNumber, protocol));
  }

  /** Whether no container declares any. */
  public boolean isEmpty() {
    return ports.isEmpty();
  }

  /** Whether a container has a port of that name, in any protocol. */
  public boolean hasName(String name) {
    return names.contains(name);
  }

  /** The port that {@code name} may be a slip for. */
  public Optional<String> nearestName(String name) {
    return nearNames.get().nearest(name);
  }

  /** The first of the pods; empty if there are none. */
  public Optional<PodTemplate> firstPods() {
    return Optional.ofNullable(first);
  }

  /** The first container that stays up; empty if there is none. */
  public Optional<Container> firstContainer() {
    return Optional.ofNullable(firstContainer);
  }
}
