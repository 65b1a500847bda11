package dev.seaworthy.lint.check;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ResourceGraph;
import dev.seaworthy.lint.Finding;
import dev.seaworthy.lint.RelationCheck;
import dev.seaworthy.lint.RelationContext;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Paths that two rules lead to different backends: which one wins is up to the controller. */
final class IngressPathCollision implements RelationCheck {

  private static final GroupKind INGRESS = GroupKind.of("networking.k8s.io", "Ingress");
  private static final FieldPath RULES = FieldPath.of("spec", "rules");

  /** Annotations by which several Ingresses share a path on purpose. */
  private static final List<String> SHARING = List.of(
      "nginx.ingress.kubernetes.io/canary",
      "nginx.org/mergeable-ingress-type",
      "haproxy.org/canary",
      "traefik.ingress.kubernetes.io/service-weights");

  private record Route(String ingressClass, String host, String path, String pathType) {}

  private record Place(InputObject ingress, FieldPath path, Node backend) {}

  /** The first place of each route. */
  private record Routes(Map<Route, Place> first) {

    static Routes of(ResourceGraph graph) {
      Map<Route, Place> first = new HashMap<>();
      graph
          .ofKind(INGRESS)
          .filter(ingress -> !isShared(ingress))
          .sorted((one, other) -> graph.isBefore(one, other) ? -1 : one == other ? 0 : 1)
          .forEach(ingress -> routesOf(ingress).forEach(first::putIfAbsent));
      return new Routes(first);
    }
  }

  @Override
  public List<Finding> check(InputObject ingress, RelationContext context) {
    List<Finding> findings = new ArrayList<>();
    if (isShared(ingress)) {
      return findings;
    }
    Map<Route, Place> firsts = context.graph().derived(Routes.class, Routes::of).first();
    all(ingress, (route, place) -> {
      @Nullable Place first = firsts.get(route);
      if (first != null && collide(first, place, context.graph())) {
        findings.add(finding(route, place, first));
      }
    });
    return findings;
  }

  private static boolean isShared(InputObject ingress) {
    return SHARING.stream().anyMatch(ingress.resource().annotations()::containsKey);
  }

  private static boolean collide(Place first, Place place, ResourceGraph graph) {
    boolean same = first.ingress() == place.ingress() && first.path().equals(place.path());
    boolean sameNamespace =
        graph.namespaceOf(first.ingress()).equals(graph.namespaceOf(place.ingress()));
    boolean sameName = graph.keyOf(first.ingress()).equals(graph.keyOf(place.ingress()));
    boolean sameObjectTwice = sameName && first.ingress() != place.ingress();
    return !same
        && !sameObjectTwice
        && !graph.areAlternatives(first.ingress(), place.ingress())
        && !(sameNamespace && first.backend().sameAs(place.backend()));
  }

  private interface Visitor {
    void visit(Route route, Place place);
  }

  private static Map<Route, Place> routesOf(InputObject ingress) {
    Map<Route, Place> routes = new HashMap<>();
    all(ingress, routes::putIfAbsent);
    return routes;
  }

  private static void all(InputObject ingress, Visitor visitor) {
    String ingressClass = ingress
        .resource()
        .at("spec", "ingressClassName")
        .stringOr(ingress.resource().annotations().getOrDefault("kubernetes.io/ingress.class", ""));
    List<Node> rules = ingress.at(RULES).items();
    for (int i = 0; i < rules.size(); i++) {
      FieldPath list = RULES.index(i).child("http").child("paths");
      List<Node> paths = ingress.at(list).items();
      for (int j = 0; j < paths.size(); j++) {
        Route route = new Route(
            ingressClass,
            rules.get(i).get("host").text(),
            paths.get(j).get("path").stringOr("/"),
            paths.get(j).get("pathType").stringOr("ImplementationSpecific"));
        Node backend = paths.get(j).get("backend");
        boolean hostOpen = route.host().indexOf('<') >= 0;
        if (!hostOpen && !IngressActions.isOne(ingress, backend)) {
          visitor.visit(route, new Place(ingress, list.index(j).child("path"), backend));
        }
      }
    }
  }

  private static Finding finding(Route route, Place place, Place first) {
    String what = (route.host().isEmpty() ? "every host" : route.host()) + " " + route.path();
    return Finding.at(
            place.ingress(), place.path(), "another rule leads " + what + " to another backend")
        .related(first.ingress(), first.path(), "the other rule");
  }
}
