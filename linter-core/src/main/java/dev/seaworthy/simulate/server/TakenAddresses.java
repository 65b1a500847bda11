package dev.seaworthy.simulate.server;

import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.validate.field.CauseType;
import dev.seaworthy.validate.field.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a Service asks for by number and another one has already: its address, ports of nodes. */
final class TakenAddresses {

  private static final FieldPath ADDRESS = FieldPath.of("spec", "clusterIPs");

  private final Resource service;
  private final ClusterView view;

  private final Node previous;

  private TakenAddresses(Resource service, Node previous, ClusterView view) {
    this.service = service;
    this.previous = previous;
    this.view = view;
  }

  /**
   * The conflicts, each at the field that the server names; none for an object of another kind, nor
   * about what it had already as {@code previous}.
   */
  static List<FieldError> of(Resource object, Node previous, ClusterView view) {
    return object.groupKind().equals(Kinds.SERVICE)
        ? new TakenAddresses(object, previous, view).conflicts()
        : List.of();
  }

  private List<FieldError> conflicts() {
    List<FieldError> conflicts = new ArrayList<>();
    String address = address(service.root());
    if (!address.isEmpty() && !address.equals("None") && !address.equals(address(previous))) {
      find(other -> address(other.root()).equals(address), ADDRESS, address, conflicts);
    }
    List<Node> ports = service.at("spec", "ports").items();
    for (int i = 0; i < ports.size(); i++) {
      long port = ports.get(i).get("nodePort").longOr(0);
      if (port != 0 && !hasNodePort(previous, port)) {
        FieldPath place = FieldPath.of("spec", "ports").index(i).child("nodePort");
        find(other -> hasNodePort(other.root(), port), place, String.valueOf(port), conflicts);
      }
    }
    return conflicts;
  }

  private void find(
      Predicate<Resource> hasIt, FieldPath place, String value, List<FieldError> conflicts) {
    view.list(Kinds.SERVICE).stream()
        .filter(other -> !Meta.uid(other).equals(Meta.uid(service)))
        .filter(hasIt)
        .findFirst()
        .ifPresent(other -> conflicts.add(FieldError.of(
            CauseType.INVALID,
            place,
            "taken",
            "is " + value + ", which Service " + other.name() + " has already")));
  }

  private static String address(Node service) {
    return service.at("spec", "clusterIP").text();
  }

  private static boolean hasNodePort(Node service, long port) {
    return service.at("spec", "ports").items().stream()
        .anyMatch(other -> other.get("nodePort").longOr(0) == port);
  }
}
