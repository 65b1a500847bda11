package dev.seaworthy.simulate.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.kubectl.Clusters;
import dev.seaworthy.simulate.reach.ReachQuestion.DnsName;
import dev.seaworthy.simulate.reach.ReachQuestion.ObjectPort;
import dev.seaworthy.simulate.reach.ReachQuestion.Peer;
import dev.seaworthy.simulate.reach.ReachQuestion.Target;
import dev.seaworthy.simulate.reach.ReachQuestion.Url;
import dev.seaworthy.simulate.store.Kinds;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReachTest {

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: default}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, image: 'web:1', ports: [{name: http, containerPort: 8080}]}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: default}
      spec: {selector: {app: web}, ports: [{name: plain, port: 80, targetPort: http}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: peers, namespace: default}
      spec: {clusterIP: None, selector: {app: web}, ports: [{port: 80, targetPort: http}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: nobody, namespace: default}
      spec: {selector: {app: wbe}, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: away, namespace: default}
      spec: {type: ExternalName, externalName: example.com}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client, namespace: default, labels: {app: client}}
      spec: {containers: [{name: main, image: 'client:1'}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: giant, namespace: default}
      spec: {containers: [{name: main, image: 'x:1', resources: {requests: {cpu: 99}}}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: broken, namespace: default}
      spec: {containers: [{name: main, image: 'x:crash', ports: [{containerPort: 80}]}]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: shop, namespace: default}
      spec:
        rules:
        - host: shop.example.com
          http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: nobody, port: {number: 80}}}}
            - {path: /cart, pathType: Prefix, backend: {service: {name: web, port: {name: plain}}}}
            - {path: /cart/old, pathType: Exact, backend: {service: {name: gone, port: {number: 80}}}}
        - host: "*.example.com"
          http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
      """;

  private static final Cluster CLUSTER = Clusters.with(WEB);

  private static Route outside(Target target) {
    return Reach.of(
        CLUSTER.view(), new ReachQuestion("", target, Optional.empty(), Optional.empty()));
  }

  private static Route fromClient(Target target) {
    Peer client = new Peer(Kinds.POD, "client");
    return Reach.of(
        CLUSTER.view(), new ReachQuestion("", target, Optional.of(client), Optional.empty()));
  }

  private static ObjectPort port(GroupKind kind, String name, String port) {
    return new ObjectPort(new Peer(kind, name), port);
  }

  private static List<Integer> reached(Route route) {
    assertThat(route.trouble()).isEmpty();
    return route.stops().stream().map(Route.Stop::port).toList();
  }

  private static String why(Route route) {
    return route.trouble().map(Obstacle::words).orElse("reached");
  }

  private static String doubt(Route route) {
    return route.doubt().map(Obstacle::words).orElse("");
  }

  @Test
  void aPersonIsForwardedToOnePodAsByKubectl() {
    Route route = outside(port(Kinds.DEPLOYMENT, "web", "8080"));

    assertThat(reached(route)).containsExactly(8080);
    assertThat(route.stops().get(0).what()).isEqualTo("container web (http)");
    assertThat(route.steps().get(0)).matches("kubectl takes pod/web-\\S+ of Deployment web");
    assertThat(reached(outside(port(Kinds.DEPLOYMENT, "web", "http")))).containsExactly(8080);
    assertThat(reached(outside(port(Kinds.SERVICE, "web", "80")))).containsExactly(8080);
    assertThat(reached(outside(port(Kinds.SERVICE, "web", "plain")))).containsExactly(8080);
  }

  @Test
  void whyNobodyAnswersIsSaid() {
    assertThat(why(outside(port(Kinds.SERVICE, "web", "8080"))))
        .isEqualTo("Service default/web has no port 8080; it has 80 (plain)");
    assertThat(why(outside(port(Kinds.DEPLOYMENT, "web", "grpc"))))
        .endsWith("has a port called grpc");
    assertThat(why(outside(port(Kinds.POD, "giant", "80"))))
        .isEqualTo("Pod default/giant is not running: it is Pending");
    assertThat(why(outside(port(Kinds.POD, "broken", "80"))))
        .isEqualTo("container main of Pod default/broken does not run: CrashLoopBackOff");
    assertThat(why(outside(port(Kinds.DEPLOYMENT, "wbe", "80"))))
        .isEqualTo("there is no deployment 'wbe'; did you mean web?");
    assertThat(why(outside(port(Kinds.SERVICE, "web.default", "80"))))
        .isEqualTo("there is no service 'web.default'; ask for web.default.svc:80");
    assertThat(why(outside(port(Kinds.SERVICE, "nobody", "80"))))
        .isEqualTo("Service default/nobody has no pods: its selector matches none");
  }

  private static final Cluster ON_NODES = Clusters.with(WEB + """
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: open, namespace: default}
      spec: {type: NodePort, selector: {app: web}, ports: [{port: 80, targetPort: http, nodePort: 30080}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: nosel, namespace: default}
      spec: {ports: [{port: 80}]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: rest, namespace: default}
      spec: {defaultBackend: {service: {name: nobody, port: {number: 80}}}}
      """);

  private static Route onNodes(Target target) {
    return Reach.of(
        ON_NODES.view(), new ReachQuestion("", target, Optional.empty(), Optional.empty()));
  }

  @Test
  void aPortOfANodeIsTheServices() {
    for (Target target : List.of(
        new Url("node-1", "30080", "/"),
        new Url("192.168.0.1", "30080", "/"),
        new DnsName("192.168.0.1", "30080"),
        port(Kinds.NODE, "node-1", "30080"))) {
      Route route = onNodes(target);
      assertThat(reached(route)).as("%s", target).containsExactly(8080, 8080);
      assertThat(route.steps().get(0)).isEqualTo("port 30080 of every node is service/open:80");
    }
    assertThat(why(onNodes(port(Kinds.NODE, "node-1", "30081"))))
        .isEqualTo("no Service and no pod has port 30081 of node node-1; ports on nodes: 30080"
            + " (service/open)");
  }

  @Test
  void anAddressIsWhoeverHasIt() {
    String service = ON_NODES
        .view()
        .get(Kinds.SERVICE, "default", "open")
        .orElseThrow()
        .at("spec", "clusterIP")
        .text();
    Route pods = onNodes(new DnsName(service, "80"));

    assertThat(reached(pods)).containsExactly(8080, 8080);
    assertThat(pods.steps().get(0)).isEqualTo(service + " is service/open in default");
    assertThat(reached(onNodes(new DnsName(pods.stops().get(0).ip(), "8080"))))
        .containsExactly(8080);
  }

  @Test
  void aServiceWithoutASelectorHasNoneThatCouldMatch() {
    assertThat(why(onNodes(port(Kinds.SERVICE, "nosel", "80"))))
        .isEqualTo("Service default/nosel has no selector, so that there is no pod to forward to");
  }

  @Test
  void aPodReachesAllPodsBehindAService() {
    assertThat(reached(fromClient(port(Kinds.SERVICE, "web", "80")))).containsExactly(8080, 8080);
    assertThat(why(fromClient(port(Kinds.SERVICE, "nobody", "80"))))
        .isEqualTo("Service default/nobody leads to nobody: no pod has the labels that it selects");
    assertThat(why(fromClient(port(Kinds.SERVICE, "away", "80"))))
        .startsWith("Service default/away is of type ExternalName: it has no pods to forward to");
  }

  @Test
  void aNameIsAServices() {
    for (String name : List.of(
        "web",
        "web.default",
        "web.default.svc",
        "web.default.svc.cluster.local",
        "web.default.svc.cluster.local.")) {
      assertThat(reached(fromClient(new DnsName(name, "80")))).as(name).containsExactly(8080, 8080);
    }
    assertThat(why(fromClient(new DnsName("web.shop", "80"))))
        .isEqualTo("no Service answers to the name web.shop: there is no Service web in shop; there"
            + " is one in default: ask for web.default");
    assertThat(why(fromClient(new DnsName("www.google.com", "80"))))
        .contains("is no name of this cluster");
  }

  @Test
  void theHostOfAUrlIsANameAsAnyOtherToAPod() {
    assertThat(reached(fromClient(new Url("web", "80", "/")))).containsExactly(8080, 8080);
    assertThat(reached(fromClient(new Url("web.default.svc.cluster.local", "80", "/x"))))
        .containsExactly(8080, 8080);
    assertThat(why(fromClient(new Url("web", "443", "/"))))
        .isEqualTo("Service default/web has no port 443; it has 80 (plain)");
    assertThat(why(fromClient(new Url("front", "80", "/"))))
        .isEqualTo("no Service answers to the name front: there is no Service front in default");
    assertThat(reached(fromClient(new Url("shop.example.com", "80", "/cart/1"))))
        .containsExactly(8080, 8080);
    assertThat(why(outside(new Url("web", "80", "/"))))
        .endsWith("; a Service has that name, which pods know only: --from says which one asks");
  }

  private static Route fromDebug(String manifests, String name) {
    return Reach.of(
        Clusters.with(manifests).view(),
        new ReachQuestion(
            "",
            new DnsName(name, "80"),
            Optional.of(new Peer(Kinds.POD, "debug")),
            Optional.empty()));
  }

  private static String debug(String spec) {
    return """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: debug, namespace: tools}
        spec: {%scontainers: [{name: main, image: 'debug:1'}]}
        """.formatted(spec);
  }

  private static final String DB = """
      apiVersion: v1
      kind: Namespace
      metadata: {name: tools}
      ---
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: db, namespace: tools}
      spec:
        replicas: 2
        serviceName: db
        selector: {matchLabels: {app: db}}
        template:
          metadata: {labels: {app: db}}
          spec: {containers: [{name: db, image: 'db:1', ports: [{containerPort: 80}]}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: db, namespace: tools}
      spec: {clusterIP: None, selector: {app: db}, ports: [{port: 80}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: alias, namespace: tools}
      spec: {type: ExternalName, externalName: db.tools.svc.cluster.local}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: default}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      """;

  @Test
  void aPodOfAHeadlessServiceHasANameOfItsOwn() {
    for (String name : List.of("db-1.db", "db-1.db.tools", "db-1.db.tools.svc.cluster.local")) {
      assertThat(fromDebug(DB + debug(""), name).stops())
          .as(name)
          .extracting(Route.Stop::pod)
          .containsExactly("db-1");
    }
    assertThat(why(fromDebug(DB + debug(""), "db-9.db.tools.svc")))
        .contains("Service db in tools has no ready pod called db-9");
  }

  @Test
  void anExternalNameMayBeAnotherServices() {
    assertThat(fromDebug(DB + debug(""), "alias").stops()).hasSize(2);
  }

  @Test
  void anExternalNameOutsideIsWhatDnsAnswers() {
    String outside = DB.replace("db.tools.svc.cluster.local", "db.example.com");

    Route route = fromDebug(outside + debug(""), "alias");

    assertThat(route.trouble()).isEmpty();
    assertThat(route.steps())
        .containsExactly("alias is service/alias in tools, another name of db.example.com");
    assertThat(route.unknown().orElseThrow().words())
        .isEqualTo("DNS answers with db.example.com (CNAME), which is outside the cluster");
  }

  @Test
  void anExternalNameThatNoServiceHasIsNobodys() {
    assertThat(why(fromDebug(DB.replace("db.tools.svc", "bd.tools.svc") + debug(""), "alias")))
        .startsWith("no Service answers to the name bd.tools.svc.cluster.local.");
  }

  @Test
  void aShortNameIsOneOfThePodsOwnNamespace() {
    assertThat(why(fromDebug(DB + debug(""), "web")))
        .isEqualTo("no Service answers to the name web: there is no Service web in tools; there is"
            + " one in default: ask for web.default");
  }

  @Test
  void aPodThatAsksItsNodeKnowsNoServices() {
    assertThat(why(fromDebug(DB + debug("hostNetwork: true, "), "db")))
        .startsWith("the name cannot be resolved: pod/debug asks the DNS server of its node");
    assertThat(
            fromDebug(DB + debug("hostNetwork: true, dnsPolicy: ClusterFirstWithHostNet, "), "db")
                .stops())
        .hasSize(2);
    assertThat(why(fromDebug(DB + debug("dnsPolicy: Default, "), "db")))
        .startsWith("the name cannot be resolved");
  }

  @Test
  void aHeadlessServiceLeadsToThePortThatIsAsked() {
    assertThat(reached(fromClient(new DnsName("peers", "8080")))).containsExactly(8080, 8080);
    assertThat(doubt(fromClient(new DnsName("peers", "80")))).contains("declares port 80");
  }

  @Test
  void aPortThatNobodyDeclaresMayBeListenedOn() {
    assertThat(doubt(outside(port(Kinds.DEPLOYMENT, "web", "9090"))))
        .endsWith(
            "declares port 9090 (declared: 8080 (http)); whether one listens there is not known");
    assertThat(doubt(fromClient(port(Kinds.SERVICE, "web", "80")))).isEmpty();
    assertThat(doubt(outside(port(Kinds.POD, "giant", "80")))).isEmpty();
  }

  @Test
  void aPortThatAProbeAsksIsListenedOn() {
    Cluster cluster = Clusters.with("""
        apiVersion: v1
        kind: Pod
        metadata: {name: probed, namespace: default}
        spec:
          containers:
          - {name: main, image: 'web:1', readinessProbe: {httpGet: {port: 8081}}}
        """);

    Route route = Reach.of(
        cluster.view(),
        new ReachQuestion(
            "", port(Kinds.POD, "probed", "8081"), Optional.empty(), Optional.empty()));

    assertThat(route.doubt()).isEmpty();
    assertThat(route.stops().get(0).what())
        .isEqualTo("container main (its readinessProbe asks there)");
  }

  @Test
  void anIngressSendsByHostAndPath() {
    assertThat(reached(outside(new Url("shop.example.com", "80", "/cart/1"))))
        .containsExactly(8080, 8080);
    assertThat(reached(outside(new Url("cat.example.com", "80", "/")))).containsExactly(8080, 8080);
    assertThat(why(outside(new Url("shop.example.com", "80", "/cartoon"))))
        .contains("leads to nobody");
    assertThat(why(outside(new Url("shop.example.com", "80", "/cart/old"))))
        .isEqualTo(
            "ingress/shop sends it by shop.example.com/cart/old to service/gone, which is not"
                + " there");
    assertThat(why(outside(new Url("example.com", "80", "/"))))
        .isEqualTo("no Ingress has a rule for example.com/; there are rules for shop.example.com,"
            + " *.example.com");
  }

  @Test
  void whatAPatternOfAPathFitsIsItsControllersToSay() {
    Cluster cluster = Clusters.with(WEB + """
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: pattern, namespace: default}
        spec:
          rules:
          - host: api.example.org
            http:
              paths:
              - path: /api(/|$)(.*)
                pathType: ImplementationSpecific
                backend: {service: {name: web, port: {number: 80}}}
        """);

    Route maybe = Reach.of(cluster.view(), url("api.example.org", "/api/x"));
    assertThat(maybe.trouble()).isEmpty();
    assertThat(doubt(maybe))
        .isEqualTo(
            "ingress/pattern may send it by /api(/|$)(.*) to service/web: its controller reads"
                + " that as a pattern");
    assertThat(why(Reach.of(cluster.view(), url("api.example.org", "/other"))))
        .startsWith("no Ingress has a rule for api.example.org/other");
  }

  private static ReachQuestion url(String host, String path) {
    return new ReachQuestion("", new Url(host, "80", path), Optional.empty(), Optional.empty());
  }

  @Test
  void aNameIsOfNoUseWhereDnsIsForbidden() {
    Cluster cluster = Clusters.with(WEB + """
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: web-only, namespace: default}
        spec:
          podSelector: {matchLabels: {app: client}}
          policyTypes: [Egress]
          egress: [{to: [{podSelector: {matchLabels: {app: web}}}]}]
        """);
    Optional<Peer> client = Optional.of(new Peer(Kinds.POD, "client"));

    Route byName = Reach.of(
        cluster.view(), new ReachQuestion("", new DnsName("web", "80"), client, Optional.empty()));
    Route byAddress = Reach.of(
        cluster.view(),
        new ReachQuestion("", port(Kinds.SERVICE, "web", "80"), client, Optional.empty()));

    assertThat(why(byName)).startsWith("the name cannot be resolved: networkpolicy/web-only");
    assertThat(why(byAddress)).isEqualTo("reached");
  }

  @Test
  void whoDoesNotRunCannotAsk() {
    Optional<Peer> giant = Optional.of(new Peer(Kinds.POD, "giant"));

    assertThat(why(Reach.of(
            CLUSTER.view(),
            new ReachQuestion("", port(Kinds.SERVICE, "web", "80"), giant, Optional.empty()))))
        .isEqualTo("pod/giant cannot ask: it is Pending");
  }
}
