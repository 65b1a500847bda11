package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.reach.ReachQuestion.Url;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The way of a request through an Ingress: by host, an exact one before one with a wildcard before
 * none; then by path, an exact one before the longest prefix.
 */
record IngressRoute(ClusterView view, Caller caller, Optional<String> namespace) {

  private static final GroupKind KIND = GroupKind.of("networking.k8s.io", "Ingress");

  /** A rule's path that fits, with how well it does. */
  private record Fit(Resource ingress, Node backend, String rule, int host, int path) {}

  /** Whether an Ingress names the very host. */
  boolean knows(String host) {
    return view.list(KIND).stream()
        .flatMap(ingress -> ingress.at("spec", "rules").items().stream())
        .anyMatch(rule -> fitOfHost(rule.get("host").text(), host.toLowerCase(Locale.ROOT)) > 1);
  }

  Route to(Url url) {
    List<Fit> fits = new ArrayList<>();
    List<Resource> ingresses = view.list(KIND).stream()
        .filter(each -> namespace.isEmpty() || namespace.get().equals(each.namespace()))
        .toList();
    ingresses.forEach(ingress -> collect(ingress, url, fits));
    Optional<Obstacle> unknown = ingresses.stream()
        .flatMap(ingress -> PathPatterns.inTheWay(ingress, url).stream())
        .findFirst();
    boolean isExact = fits.stream().anyMatch(fit -> fit.path() == Integer.MAX_VALUE);
    if (unknown.isPresent() && !isExact) {
      return Route.unknown(unknown.get());
    }
    return fits.stream()
        .max(Comparator.comparingInt(Fit::host).thenComparingInt(Fit::path))
        .map(this::follow)
        .orElseGet(() -> Route.blocked(nobody(ingresses, url)));
  }

  private static Obstacle nobody(List<Resource> ingresses, Url url) {
    String hosts = ingresses.stream()
        .flatMap(ingress -> ingress.at("spec", "rules").items().stream())
        .map(rule -> rule.get("host").stringOr("any host"))
        .distinct()
        .collect(Collectors.joining(", "));
    String words = "no Ingress has a rule for " + url.host() + url.path()
        + (hosts.isEmpty() ? ": there is none" : "; there are rules for " + hosts);
    return ingresses.isEmpty()
        ? Obstacle.of(words)
        : Obstacle.at(ingresses.get(0), "spec.rules", words);
  }

  private static void collect(Resource ingress, Url url, List<Fit> fits) {
    Node fallback = ingress.at("spec", "defaultBackend");
    if (fallback.isPresent()) {
      fits.add(new Fit(ingress, fallback, "its default backend", 0, 0));
    }
    for (Node rule : ingress.at("spec", "rules").items()) {
      int host = fitOfHost(rule.get("host").text(), url.host().toLowerCase(Locale.ROOT));
      for (Node path : rule.at("http", "paths").items()) {
        int fit = fitOfPath(path, url.path());
        if (host > 0 && fit > 0) {
          fits.add(new Fit(
              ingress,
              path.get("backend"),
              rule.get("host").stringOr("*") + path.get("path").stringOr("/"),
              host,
              fit));
        }
      }
    }
  }

  static int fitOfHost(String rule, String host) {
    if (rule.isEmpty()) {
      return 1;
    }
    if (rule.equals(host)) {
      return 3;
    }
    int dot = host.indexOf('.');
    return rule.startsWith("*.") && dot > 0 && host.substring(dot).equals(rule.substring(1))
        ? 2
        : 0;
  }

  /** The longer the better; an exact one is better than any prefix. */
  private static int fitOfPath(Node rule, String path) {
    String wanted = rule.get("path").stringOr("/");
    if (rule.get("pathType").text().equals("Exact")) {
      return wanted.equals(path) ? Integer.MAX_VALUE : 0;
    }
    String prefix = wanted.endsWith("/") ? wanted.substring(0, wanted.length() - 1) : wanted;
    boolean fits = path.equals(prefix) || path.startsWith(prefix + "/");
    return fits ? wanted.length() + 1 : 0;
  }

  private Route follow(Fit fit) {
    String step = "ingress/" + fit.ingress().name() + " sends it by " + fit.rule();
    Node service = fit.backend().get("service");
    if (service.isAbsent()) {
      return Route.blocked(
          Obstacle.at(fit.ingress(), "spec.rules", step + " to a backend that is no Service"));
    }
    Node port = service.get("port");
    String written =
        port.get("number").asLong().map(String::valueOf).orElse(port.get("name").text());
    String name = service.get("name").text();
    return view.get(Kinds.SERVICE, fit.ingress().namespace(), name)
        .map(found -> new ServiceRoute(view, caller)
            .to(found, written, Optional.empty())
            .after(unknownController(found.namespace()))
            .after(step + " to service/" + name + ":" + written))
        .orElseGet(() -> Route.blocked(Obstacle.at(
            fit.ingress(), "spec.rules", step + " to service/" + name + ", which is not there")));
  }

  /** A person comes by way of the controller's pods, which are no part of the input. */
  private String unknownController(String namespace) {
    boolean isGuarded =
        caller.isOutside() && !view.list(NetworkPolicies.KIND, namespace).isEmpty();
    return isGuarded
        ? "whether policies let the ingress controller through is not known: --from says which pod"
            + " asks"
        : "";
  }
}
