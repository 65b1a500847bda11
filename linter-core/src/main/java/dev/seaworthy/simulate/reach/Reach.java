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
          .map(object -> new ObjectRoute(view, caller).to(object, target.port()))
          .orElseGet(() -> Route.blocked(missing(target.object())));
    }
    if (question.target() instanceof DnsName name) {
      return byName(caller, name);
    }
    if (question.target() instanceof Url url) {
      return new IngressRoute(view, caller, question.namespace()).to(url);
    }
    throw new AssertionError(question.target());
  }

  private Route byName(Caller caller, DnsName name) {
    String home = caller.pod().map(Resource::namespace).or(question::namespace).orElse("default");
    ServiceName service = ServiceName.of(name.name(), home);
    if (!service.isOfCluster()) {
      return Route.blocked(Obstacle.of(
          name.name() + " is no name of this cluster; who answers to it is not known here"));
    }
    Optional<Resource> found = view.get(Kinds.SERVICE, service.namespace(), service.service());
    if (found.isEmpty()) {
      return Route.blocked(
          Obstacle.of("no Service answers to the name " + name.name() + ": there is no"
              + " Service " + service.service() + " in " + service.namespace()
              + meant(Kinds.SERVICE, service.service())));
    }
    Optional<Obstacle> deaf = caller.pod().flatMap(this::cannotResolve);
    return deaf.isPresent()
        ? Route.blocked(deaf.get())
        : new ServiceRoute(view, caller)
            .to(found.get(), name.port(), service.host())
            .after(name.name() + " is service/" + found.get().name() + " in "
                + found.get().namespace());
  }

  /** Names are asked of the cluster's DNS server, which policies may forbid. */
  private Optional<Obstacle> cannotResolve(Resource pod) {
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
    return NearestName.to(name, view.list(kind).stream().map(Resource::name).toList())
        .map(near -> "; did you mean " + near + "?")
        .orElse("");
  }
}
