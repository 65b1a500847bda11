package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether NetworkPolicies let one pod reach another. A pod that no policy of a direction selects is
 * open in that direction; otherwise one rule of one policy must allow what passes.
 */
final class NetworkPolicies {

  /** More policies, or ports, than these are counted. */
  private static final int MOST = 3;

  static final GroupKind KIND = GroupKind.of("networking.k8s.io", "NetworkPolicy");

  private final ClusterView view;

  NetworkPolicies(ClusterView view) {
    this.view = view;
  }

  /** A direction, by its type, its rules and the field of their peers. */
  private enum Direction {
    INGRESS("Ingress", "ingress", "from"),
    EGRESS("Egress", "egress", "to");

    private final String type;
    private final String rules;
    private final String peers;

    Direction(String type, String rules, String peers) {
      this.type = type;
      this.rules = rules;
      this.peers = peers;
    }
  }

  /** Why what one sends to a port of the other does not pass; empty if it does. */
  Optional<Obstacle> objection(Endpoint from, Endpoint to, int port, String protocol) {
    if (from.isSameAs(to)) {
      return Optional.empty();
    }
    Traffic leaving = new Traffic(to, to, port, protocol);
    Traffic coming = new Traffic(from, to, port, protocol);
    return objection(Direction.EGRESS, from, leaving)
        .or(() -> objection(Direction.INGRESS, to, coming));
  }

  /** What passes: the other end, and the pod whose port it is. */
  private record Traffic(Endpoint peer, Endpoint receiver, int port, String protocol) {}

  private Optional<Obstacle> objection(Direction direction, Endpoint subject, Traffic traffic) {
    if (!subject.isIsolable()) {
      return Optional.empty();
    }
    List<Resource> policies = view.list(KIND, subject.namespace()).stream()
        .filter(policy -> concerns(policy, direction))
        .filter(
            policy -> LabelSelector.of(policy.at("spec", "podSelector")).matches(subject.labels()))
        .toList();
    boolean isAllowed = policies.isEmpty()
        || policies.stream().anyMatch(policy -> allows(policy, direction, traffic));
    return isAllowed ? Optional.empty() : Optional.of(told(direction, policies, subject, traffic));
  }

  private static boolean concerns(Resource policy, Direction direction) {
    List<Node> types = policy.at("spec", "policyTypes").items();
    return types.isEmpty()
        ? direction == Direction.INGRESS || policy.at("spec", "egress").size() > 0
        : types.stream().anyMatch(type -> type.text().equals(direction.type));
  }

  private boolean allows(Resource policy, Direction direction, Traffic traffic) {
    return policy.at("spec", direction.rules).items().stream()
        .anyMatch(rule -> allowsPeer(rule.get(direction.peers), policy, traffic)
            && allowsPort(rule.get("ports"), traffic));
  }

  private boolean allowsPeer(Node peers, Resource policy, Traffic traffic) {
    return peers.size() == 0
        || peers.items().stream().anyMatch(peer -> matches(peer, policy, traffic.peer()));
  }

  private boolean matches(Node peer, Resource policy, Endpoint other) {
    if (peer.get("ipBlock").isPresent()) {
      return other.isIn(peer.get("ipBlock"));
    }
    Node namespaces = peer.get("namespaceSelector");
    boolean isThere = namespaces.isAbsent()
        ? other.namespace().equals(policy.namespace())
        : LabelSelector.of(namespaces).matches(labelsOfNamespace(other.namespace()));
    Node pods = peer.get("podSelector");
    return other.isPod()
        && isThere
        && (pods.isAbsent() || LabelSelector.of(pods).matches(other.labels()));
  }

  private Map<String, String> labelsOfNamespace(String name) {
    return view.get(Kinds.NAMESPACE, "", name)
        .map(Resource::labels)
        .orElse(Map.of("kubernetes.io/metadata.name", name));
  }

  private static boolean allowsPort(Node ports, Traffic traffic) {
    return ports.size() == 0
        || ports.items().stream().anyMatch(port -> allowsPort(port, traffic, traffic.port()));
  }

  private static boolean allowsPort(Node allowed, Traffic traffic, int port) {
    if (!allowed.get("protocol").stringOr("TCP").equals(traffic.protocol())) {
      return false;
    }
    Node written = allowed.get("port");
    if (written.isAbsent()) {
      return true;
    }
    if (written.isString()) {
      return traffic.receiver().nameOfPort(port).equals(written.text());
    }
    long first = written.longOr(0);
    return port >= first && port <= allowed.get("endPort").longOr(first);
  }

  /** Blames the policy that lacks least: one that lets the peer in by another port, or has rules. */
  private Obstacle told(
      Direction direction, List<Resource> policies, Endpoint subject, Traffic traffic) {
    for (Resource policy : policies) {
      String ports = portsFor(policy, direction, traffic);
      if (!ports.isEmpty()) {
        String whom = direction == Direction.INGRESS
            ? "lets " + traffic.peer() + " in on port "
            : "lets " + subject + " out to port ";
        return Obstacle.at(
            policy,
            "spec." + direction.rules,
            "networkpolicy/" + policy.name() + " " + whom + ports + ", not " + traffic.port()
                + " of " + traffic.receiver() + " (policies see the pod's port)");
      }
    }
    List<Resource> ruling = policies.stream()
        .filter(policy -> policy.at("spec", direction.rules).size() > 0)
        .sorted(Comparator.comparing(policy -> !hasPort(policy, direction, traffic)))
        .toList();
    return ruling.isEmpty()
        ? closed(direction, policies, subject)
        : refused(direction, ruling, subject, traffic);
  }

  /** Whether a policy lets anybody use the port, so that only the peer is missing. */
  private static boolean hasPort(Resource policy, Direction direction, Traffic traffic) {
    return policy.at("spec", direction.rules).items().stream()
        .anyMatch(rule -> allowsPort(rule.get("ports"), traffic));
  }

  /** The ports by which a policy lets the peer pass, in words; empty if it does by none. */
  private String portsFor(Resource policy, Direction direction, Traffic traffic) {
    return some(policy.at("spec", direction.rules).items().stream()
        .filter(rule -> allowsPeer(rule.get(direction.peers), policy, traffic))
        .flatMap(rule -> rule.get("ports").items().stream())
        .map(NetworkPolicies::portInWords)
        .distinct()
        .toList());
  }

  private static String portInWords(Node allowed) {
    Node port = allowed.get("port");
    String protocol = allowed.get("protocol").stringOr("TCP");
    String number =
        port.isAbsent() ? "any" : port.asLong().map(String::valueOf).orElse(port.text());
    String last = allowed.get("endPort").asLong().map(end -> "-" + end).orElse("");
    return number + last + (protocol.equals("TCP") ? "" : " (" + protocol + ")");
  }

  /** No rule at all: there is no field of rules to point at. */
  private static Obstacle closed(Direction direction, List<Resource> policies, Endpoint subject) {
    String verb = policies.size() == 1 ? "lets" : "let";
    String what = direction == Direction.INGRESS ? " nobody reach " : " nothing leave ";
    return Obstacle.at(
        policies.get(0),
        fieldOf(policies.get(0), direction),
        names(policies) + " " + verb + what + subject);
  }

  private static String fieldOf(Resource policy, Direction direction) {
    return policy.at("spec", direction.rules).isPresent() ? "spec." + direction.rules : "spec";
  }

  private static Obstacle refused(
      Direction direction, List<Resource> policies, Endpoint subject, Traffic traffic) {
    String verb = policies.size() == 1 ? " does not let " : " do not let ";
    String what = direction == Direction.INGRESS
        ? traffic.peer() + " reach port " + traffic.port() + " of "
        : "port " + traffic.port() + " of " + traffic.peer() + " be reached from ";
    return Obstacle.at(
        policies.get(0), "spec." + direction.rules, names(policies) + verb + what + subject);
  }

  private static String names(List<Resource> policies) {
    return some(
        policies.stream().map(policy -> "networkpolicy/" + policy.name()).toList());
  }

  private static String some(List<String> names) {
    int more = names.size() - MOST;
    return more <= 1
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, MOST)) + " and " + more + " more";
  }
}
