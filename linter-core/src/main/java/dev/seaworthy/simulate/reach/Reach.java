package dev.seaworthy.simulate.reach;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.NearestName;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.reach.ReachQuestion.DnsName;
import dev.seaworthy.simulate.reach.ReachQuestion.ObjectPort;
import dev.seaworthy.simulate.reach.ReachQuestion.Peer;
import dev.seaworthy.simulate.reach.ReachQuestion.Url;
import dev.seaworthy.simulate.store.ClusterView;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the way to who is asked. */
public final class Reach {

  private final ClusterView view;
  private final ReachQuestion question;

  private Reach(ClusterView view, ReachQuestion question) {
    this.view = view;
    this.question = question;
  }

  public static Route of(ClusterView view, ReachQuestion question) {
    return new Reach(view, question).route();
  }

  private Route route() {
    if (question.from().isEmpty()) {
      return routeFrom(Caller.outside());
    }
    Peer peer = question.from().get();
    Optional<Resource> object = find(peer);
    if (object.isEmpty()) {
      return Route.blocked(missing(peer));
    }
    Optional<Resource> pod = ForwardedPods.of(object.get(), view);
    if (pod.isEmpty()) {
      return Route.blocked(Obstacle.at(object.get(), "spec", peer + " has no pod that could ask"));
    }
    boolean runs = new Pod(pod.get()).phase().equals("Running");
    return runs
        ? routeFrom(Caller.of(pod.get()))
        : Route.blocked(Obstacle.at(
            pod.get(),
            "spec",
            "pod/" + pod.get().name() + " cannot ask: it is " + new Pod(pod.get()).phase()));
  }

  private Route routeFrom(Caller caller) {
    if (question.target() instanceof ObjectPort target) {
      return find(target.object())
          .map(object -> object.groupKind().equals(Kinds.NODE)
              ? new AddressRoute(view, caller).toNode(object, target.port())
              : new ObjectRoute(view, caller).to(object, target.port()))
          .orElseGet(() -> Route.blocked(missing(target.object())));
    }
    if (question.target() instanceof DnsName name) {
      return byAddress(caller, name.name(), name.port())
          .orElseGet(() -> byName(caller, name.name(), name.port()));
    }
    if (question.target() instanceof Url url) {
      return byAddress(caller, url.host(), url.port()).orElseGet(() -> byUrl(caller, url));
    }
    throw new AssertionError(question.target());
  }

  /** What an Ingress or a Service calls so is not the node or pod of that name. */
  private Optional<Route> byAddress(Caller caller, String host, String port) {
    boolean isName = new IngressRoute(view, caller, question.namespace()).knows(host)
        || dns().resolve(host, home(caller)).isPresent();
    return isName ? Optional.empty() : new AddressRoute(view, caller).to(host, port);
  }

  /** To a pod the host is a name as any other, and may be a Service's; to a person it is not. */
  private Route byUrl(Caller caller, Url url) {
    IngressRoute ingress = new IngressRoute(view, caller, question.namespace());
    String home = home(caller);
    boolean isService = dns().resolve(url.host(), home).isPresent();
    boolean isPlain = !url.host().contains(".");
    if (!caller.isOutside() && (isService || isPlain) && !ingress.knows(url.host())) {
      return byName(caller, url.host(), url.port());
    }
    Route route = ingress.to(url);
    return caller.isOutside() && isService && route.obstacle().isPresent()
        ? Route.blocked(new Obstacle(
            route.obstacle().get().words() + "; a Service has that name, which pods know only:"
                + " --from says which one asks",
            route.obstacle().get().about(),
            route.obstacle().get().field()))
        : route;
  }

  private String home(Caller caller) {
    return caller.pod().map(Resource::namespace).or(question::namespace).orElse("default");
  }

  private ClusterDns dns() {
    return new ClusterDns(view);
  }

  private Route byName(Caller caller, String name, String port) {
    Optional<Obstacle> deaf = caller.pod().flatMap(this::cannotResolve);
    return deaf.isPresent() && dns().resolve(name, home(caller)).isPresent()
        ? Route.blocked(deaf.get())
        : follow(caller, name, port, ClusterDns.MOST_LINKS);
  }

  private Route follow(Caller caller, String name, String port, int links) {
    Optional<ClusterDns.Record> found = dns().resolve(name, home(caller));
    if (found.isEmpty()) {
      return Route.blocked(nobodyIsCalled(name, home(caller)));
    }
    Resource service = found.get().service();
    String step = name + " is service/" + service.name() + " in " + service.namespace();
    if (!ServiceRoute.isAlias(service)) {
      return new ServiceRoute(view, caller)
          .to(service, port, found.get().host())
          .after(step);
    }
    String other = service.at("spec", "externalName").text();
    boolean isInside = dns().resolve(other + ".", "").isPresent() || ServiceName.isOfCluster(other);
    return (isInside && links > 0
            ? follow(caller, other + ".", port, links - 1)
            : Route.unknown(Obstacle.at(
                service,
                "spec.externalName",
                "DNS answers with " + other + " (CNAME), which is outside the cluster")))
        .after(step + ", another name of " + other);
  }

  private Obstacle nobodyIsCalled(String name, String home) {
    List<ServiceName> meant = dns().candidates(name, home);
    boolean isElsewhere = name.chars().filter(c -> c == '.').count() > 1
        && !name.contains(".svc")
        && meant.stream().noneMatch(this::isThere);
    if (meant.isEmpty() || isElsewhere) {
      return Obstacle.of(name + " is no name of this cluster; who answers to it is not known here");
    }
    ServiceName last =
        meant.stream().filter(this::isThere).findFirst().orElse(meant.get(meant.size() - 1));
    String why = isThere(last)
        ? "Service " + last.service() + " in " + last.namespace() + " has no ready pod called "
            + last.host().orElse("") + " of which it gives out the address"
        : "there is no Service " + last.service() + " in " + last.namespace() + elsewhere(last);
    return Obstacle.of("no Service answers to the name " + name + ": " + why);
  }

  private boolean isThere(ServiceName name) {
    return view.get(Kinds.SERVICE, name.namespace(), name.service()).isPresent();
  }

  /** A short name is one of the pod's own namespace. */
  private String elsewhere(ServiceName name) {
    return view.list(Kinds.SERVICE).stream()
        .filter(service -> service.name().equals(name.service()))
        .findFirst()
        .map(service -> "; there is one in " + service.namespace() + ": ask for " + service.name()
            + "." + service.namespace())
        .orElseGet(() -> meant(Kinds.SERVICE, name.service()));
  }

  /** Names are asked of the cluster's DNS server, which policies may forbid. */
  private Optional<Obstacle> cannotResolve(Resource pod) {
    if (ClusterDns.asksItsNode(pod)) {
      return Optional.of(Obstacle.at(
          pod,
          "spec",
          "the name cannot be resolved: pod/" + pod.name() + " asks the DNS server of its node"
              + " (dnsPolicy), which knows no"
              + " Services;"
              + " ClusterFirstWithHostNet asks"
              + " the cluster's"));
    }
    NetworkPolicies policies = new NetworkPolicies(view);
    Endpoint asking = Endpoint.of(pod);
    return policies
        .objection(asking, Endpoint.dnsServer(), 53, "UDP")
        .map(obstacle -> new Obstacle(
            "the name cannot be resolved: " + obstacle.words(),
            obstacle.about(),
            obstacle.field()));
  }

  private Optional<Resource> find(Peer peer) {
    List<Resource> named = view.list(peer.kind()).stream()
        .filter(object ->
            question.namespace().isEmpty() || question.namespace().get().equals(object.namespace()))
        .toList();
    return named.stream()
        .filter(object -> object.name().equals(peer.name()))
        .findFirst()
        .or(() -> named.stream()
            .filter(object -> object.name().startsWith(peer.name() + "-"))
            .findFirst());
  }

  private Obstacle missing(Peer peer) {
    return Obstacle.of("there is no " + peer.kind().kind().toLowerCase(Locale.ROOT) + " '"
        + peer.name() + "'" + meant(peer.kind(), peer.name()));
  }

  private String meant(GroupKind kind, String name) {
    return kind.equals(Kinds.SERVICE) && question.target() instanceof ObjectPort target
        ? dnsName(name, target.port()).orElseGet(() -> near(kind, name))
        : near(kind, name);
  }

  /** A Service's name and namespace with a dot between them are a name of DNS, which has no kind. */
  private Optional<String> dnsName(String name, String port) {
    return Optional.of(name)
        .filter(dotted -> dotted.contains("."))
        .flatMap(dotted -> dns().resolve(dotted, "default"))
        .map(record -> record.service())
        .map(service -> "; ask for " + service.name() + "." + service.namespace() + ".svc:" + port);
  }

  private String near(GroupKind kind, String name) {
    return NearestName.to(name, view.list(kind).stream().map(Resource::name).toList())
        .map(near -> "; did you mean " + near + "?")
        .orElse("");
  }
}
