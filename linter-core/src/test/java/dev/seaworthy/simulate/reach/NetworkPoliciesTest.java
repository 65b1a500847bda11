package dev.seaworthy.simulate.reach;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.kubectl.Clusters;
import dev.seaworthy.simulate.store.Kinds;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two namespaces: in shop a web (10.0.x.2, ports http 8080 and 9090) and a client; in other a client. */
class NetworkPoliciesTest {

  private static final String PODS = """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {team: shop}}
      ---
      apiVersion: v1
      kind: Namespace
      metadata: {name: other, labels: {team: other}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: shop, labels: {app: web}}
      spec:
        containers:
        - {name: web, image: 'web:1', ports: [{name: http, containerPort: 8080}, {name: admin, containerPort: 9090}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: client, namespace: shop, labels: {app: client}}
      spec: {containers: [{name: main, image: 'client:1'}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: stranger, namespace: other, labels: {app: client}}
      spec: {containers: [{name: main, image: 'client:1'}]}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: host, namespace: other, labels: {app: client}}
      spec: {hostNetwork: true, containers: [{name: main, image: 'client:1'}]}
      ---
      """;

  private static Optional<Obstacle> objection(String policies, String from, String to, int port) {
    Cluster cluster = Clusters.with(PODS + policies);
    return new NetworkPolicies(cluster.view())
        .objection(pod(cluster, from), pod(cluster, to), port, "TCP");
  }

  private static Endpoint pod(Cluster cluster, String name) {
    String namespace = name.equals("web") || name.equals("client") ? "shop" : "other";
    return Endpoint.of(cluster.view().get(Kinds.POD, namespace, name).orElseThrow());
  }

  private static String policy(String spec) {
    return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: rules, namespace: shop}
        spec: {%s}
        """.formatted(spec);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // no policy selects it
        "podSelector: {matchLabels: {app: db}}, ingress: [] | client | 8080 | yes",
        // default deny
        "podSelector: {} | client | 8080 | no",
        "podSelector: {matchLabels: {app: web}}, ingress: [] | client | 8080 | no",
        // a rule without peers or ports lets everybody in
        "podSelector: {}, ingress: [{}] | stranger | 9090 | yes",
        // peers
        "podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: client}}}]}] |"
            + " client | 8080 | yes",
        "podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: client}}}]}] |"
            + " stranger | 8080 | no",
        "podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}] | stranger | 8080 | yes",
        "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: shop}}}]}] |"
            + " stranger | 8080 | no",
        "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: other}},"
            + " podSelector: {matchLabels: {app: x}}}]}] | stranger | 8080 | no",
        "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels: {team: other}}},"
            + " {podSelector: {matchLabels: {app: x}}}]}] | stranger | 8080 | yes",
        "podSelector: {}, ingress: [{from: [{namespaceSelector: {matchLabels:"
            + " {kubernetes.io/metadata.name: other}}}]}] | stranger | 8080 | yes",
        // addresses
        "podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/16}}]}] | stranger | 8080 |"
            + " yes",
        "podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/16, except:"
            + " [10.0.0.0/17]}}]}] | stranger | 8080 | no",
        "podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 192.168.0.0/24}}]}] | host | 8080 |"
            + " yes",
        // a pod on the host's network is no pod for selectors
        "podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}] | host | 8080 | no",
        // ports
        "podSelector: {}, ingress: [{ports: [{port: 8080}]}] | client | 8080 | yes",
        "podSelector: {}, ingress: [{ports: [{port: 8080}]}] | client | 9090 | no",
        "podSelector: {}, ingress: [{ports: [{port: http}]}] | client | 8080 | yes",
        "podSelector: {}, ingress: [{ports: [{port: http}]}] | client | 9090 | no",
        "podSelector: {}, ingress: [{ports: [{port: 8000, endPort: 9000}]}] | client | 8080 | yes",
        "podSelector: {}, ingress: [{ports: [{port: 8000, endPort: 9000}]}] | client | 9090 | no",
        "podSelector: {}, ingress: [{ports: [{port: 8080, protocol: UDP}]}] | client | 8080 | no",
        "podSelector: {}, ingress: [{ports: [{protocol: TCP}]}] | client | 9090 | yes",
        // a policy for egress alone does not keep anybody out
        "podSelector: {}, policyTypes: [Egress] | stranger | 8080 | yes",
        // egress: of the client in the same namespace
        "podSelector: {matchLabels: {app: client}}, policyTypes: [Egress] | client | 8080 | no",
        "podSelector: {matchLabels: {app: client}}, policyTypes: [Egress], egress: [{to:"
            + " [{podSelector: {matchLabels: {app: web}}}], ports: [{port: http}]}] | client |"
            + " 8080 | yes",
        "podSelector: {matchLabels: {app: client}}, policyTypes: [Egress], egress: [{to:"
            + " [{podSelector: {matchLabels: {app: web}}}], ports: [{port: http}]}] | client |"
            + " 9090 | no",
        // both directions of one policy count
        "podSelector: {}, policyTypes: [Ingress, Egress], egress: [{}] | client | 8080 | no",
        "podSelector: {}, policyTypes: [Ingress, Egress], egress: [{}], ingress: [{}] | client |"
            + " 8080 | yes",
      })
  void aPolicyDecidesWhoReachesTheWeb(String spec, String from, int port, String reached) {
    assertThat(objection(policy(spec), from, "web", port).isEmpty())
        .isEqualTo(reached.equals("yes"));
  }

  @Test
  void oneOfSeveralPoliciesIsEnough() {
    String open =
        policy("podSelector: {}, ingress: [{ports: [{port: 8080}]}]").replace("rules", "open");

    assertThat(objection(policy("podSelector: {}") + "---\n" + open, "client", "web", 8080))
        .isEmpty();
  }

  @Test
  void whatStopsItIsNamed() {
    assertThat(objection(policy("podSelector: {}"), "client", "web", 8080))
        .map(Obstacle::words)
        .contains("networkpolicy/rules lets nobody reach pod/web");
    assertThat(objection(
            policy("podSelector: {matchLabels: {app: client}}, policyTypes: [Egress]"),
            "client",
            "web",
            8080))
        .map(Obstacle::words)
        .contains("networkpolicy/rules lets nothing leave pod/client");
    assertThat(objection(
            policy("podSelector: {}, ingress: [{ports: [{port: 9090}]}]"), "client", "web", 8080))
        .map(Obstacle::words)
        .contains("networkpolicy/rules lets pod/client in on port 9090, not 8080 of pod/web"
            + " (policies see the pod's port)");
  }

  @Test
  void thePolicyThatNamesAnotherPortIsBlamedForIt() {
    String policies = """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: deny, namespace: shop}
        spec: {podSelector: {}, policyTypes: [Ingress]}
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: web-in, namespace: shop}
        spec:
          podSelector: {matchLabels: {app: web}}
          ingress: [{from: [{podSelector: {matchLabels: {app: client}}}], ports: [{port: 80}]}]
        """;

    assertThat(objection(policies, "client", "web", 8080)).get().satisfies(obstacle -> {
      assertThat(obstacle.words())
          .isEqualTo("networkpolicy/web-in lets pod/client in on port 80, not 8080 of pod/web"
              + " (policies see the pod's port)");
      assertThat(obstacle.about().orElseThrow().name()).isEqualTo("web-in");
    });
    assertThat(objection(policies, "stranger", "web", 8080).orElseThrow().words())
        .isEqualTo("networkpolicy/web-in does not let pod/stranger reach port 8080 of pod/web");
    assertThat(objection(policies, "web", "client", 80)).get().satisfies(obstacle -> {
      assertThat(obstacle.words()).isEqualTo("networkpolicy/deny lets nobody reach pod/client");
      assertThat(obstacle.field()).hasToString("spec");
    });
  }

  @Test
  void ofManyPoliciesTheNearestAreNamedAndTheOthersCounted() {
    StringBuilder many = new StringBuilder();
    for (int i = 10; i < 20; i++) {
      String port = i == 15 ? "8080" : "1";
      many.append(
              policy("podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: x}}}],"
                      + " ports: [{port: " + port + "}]}]")
                  .replace("name: rules", "name: p" + i))
          .append("---\n");
    }

    assertThat(objection(many.toString(), "client", "web", 8080).orElseThrow().words())
        .startsWith(
            "networkpolicy/p15, networkpolicy/p10, networkpolicy/p11 and 7 more do not let");
  }
}
