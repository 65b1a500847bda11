package dev.seaworthy.simulate.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.api.selector.LabelSelector;
import dev.seaworthy.simulate.Cluster;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObjectTablesTest {

  private static final GroupVersionKind POD = GroupVersionKind.of("v1", "Pod");

  private static final Cluster CLUSTER = Clusters.with("""
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: default, labels: {app: web}}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec: {containers: [{name: web, image: 'web:1', ports: [{containerPort: 8080}]}]}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: default}
      spec: {type: NodePort, selector: {app: web}, ports: [{port: 80, targetPort: 8080, nodePort: 30080}]}
      ---
      apiVersion: batch/v1
      kind: Job
      metadata: {name: report, namespace: default}
      spec:
        completions: 2
        template: {spec: {restartPolicy: Never, containers: [{name: main, image: 'report:done'}]}}
      ---
      apiVersion: batch/v1
      kind: CronJob
      metadata: {name: nightly, namespace: default}
      spec:
        schedule: 30 2 * * *
        jobTemplate:
          spec: {template: {spec: {restartPolicy: Never, containers: [{name: main, image: 'report:done'}]}}}
      ---
      apiVersion: autoscaling/v2
      kind: HorizontalPodAutoscaler
      metadata: {name: web, namespace: default}
      spec:
        scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
        minReplicas: 2
        maxReplicas: 6
        metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
      ---
      apiVersion: policy/v1
      kind: PodDisruptionBudget
      metadata: {name: web, namespace: default}
      spec: {minAvailable: 1, selector: {matchLabels: {app: web}}}
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web, namespace: default}
      spec:
        ingressClassName: gate
        tls: [{hosts: [shop.example.com]}]
        rules:
        - host: shop.example.com
          http: {paths: [{path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}]}
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: web, namespace: default}
      spec:
        podSelector: {matchLabels: {app: web}, matchExpressions: [{key: tier, operator: NotIn, values: [b, a]}]}
      ---
      apiVersion: v1
      kind: ResourceQuota
      metadata: {name: share, namespace: default}
      spec: {hard: {pods: "40", configmaps: "6"}}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: key, namespace: default}
      data: {a: YQ==, b: Yg==}
      """);

  private static String table(String apiVersion, String kind) {
    return ObjectTables.of(CLUSTER).get(List.of(GroupVersionKind.of(apiVersion, kind)));
  }

  /** A row without the age of each object, which is told in seconds. */
  private static String ageless(String table) {
    return table.replaceAll(" \\d+s\\b", " <t>").replaceAll(" +\n", "\n");
  }

  @Test
  void workloadsAndServicesHaveTheirColumns() {
    assertThat(ageless(table("apps/v1", "Deployment"))).isEqualTo("""
        NAME   READY   UP-TO-DATE   AVAILABLE   AGE
        web    2/2     2            2           <t>
        """);
    assertThat(ageless(table("v1", "Service"))).matches("""
        NAME   TYPE       CLUSTER-IP   EXTERNAL-IP   PORT\\(S\\)        AGE
        web    NodePort   10\\.\\S+ +<none>        80:30080/TCP   <t>
        """);
    assertThat(table("batch/v1", "Job")).startsWith("""
        NAME     STATUS     COMPLETIONS   DURATION   AGE
        report   Complete   2/2\
        """);
    assertThat(ageless(table("batch/v1", "CronJob"))).isEqualTo("""
        NAME      SCHEDULE     TIMEZONE   SUSPEND   ACTIVE   LAST SCHEDULE   AGE
        nightly   30 2 * * *   <none>     False     0        <none>          <t>
        """);
    assertThat(ageless(table("autoscaling/v2", "HorizontalPodAutoscaler"))).isEqualTo("""
        NAME   REFERENCE        TARGETS              MINPODS   MAXPODS   REPLICAS   AGE
        web    Deployment/web   cpu: <unknown>/70%   2         6         2          <t>
        """);
    assertThat(ageless(table("policy/v1", "PodDisruptionBudget"))).isEqualTo("""
        NAME   MIN AVAILABLE   MAX UNAVAILABLE   ALLOWED DISRUPTIONS   AGE
        web    1               N/A               1                     <t>
        """);
  }

  @Test
  void whatLeadsToPodsAndLimitsThemHasItsColumns() {
    assertThat(ageless(table("networking.k8s.io/v1", "Ingress"))).isEqualTo("""
        NAME   CLASS   HOSTS              ADDRESS   PORTS     AGE
        web    gate    shop.example.com             80, 443   <t>
        """);
    assertThat(ageless(table("networking.k8s.io/v1", "NetworkPolicy")))
        .isEqualTo("""
            NAME   POD-SELECTOR                AGE
            web    app=web,tier notin (a,b)   <t>
            """.replace("SELECTOR                AGE", "SELECTOR               AGE"));
    assertThat(ageless(table("v1", "ResourceQuota"))).isEqualTo("""
        NAME    REQUEST                       LIMIT   AGE
        share   configmaps: 1/6, pods: 2/40           <t>
        """);
    assertThat(ageless(table("v1", "Secret"))).isEqualTo("""
        NAME   TYPE     DATA   AGE
        key    Opaque   2      <t>
        """);
  }

  @Test
  void ofSeveralKindsTheNamesTellWhich() {
    String tables = ObjectTables.of(CLUSTER)
        .get(List.of(
            GroupVersionKind.of("apps/v1", "Deployment"),
            GroupVersionKind.of("apps/v1", "StatefulSet"),
            GroupVersionKind.of("v1", "Service")));

    assertThat(tables.lines().map(line -> line.split(" ")[0]))
        .containsExactly("NAME", "deployment.apps/web", "", "NAME", "service/web");
  }

  @Test
  void labelsSelectAndAreShown() {
    String table = new ObjectTables(
            CLUSTER, LabelSelector.parse("app=web"), Optional.of("default"), true)
        .get(List.of(POD));

    assertThat(table.lines()).hasSize(3);
    assertThat(table.lines().skip(1))
        .allMatch(row -> row.contains("   app=web,pod-template-hash="));
  }

  @Test
  void whereNothingIsThatIsSaid() {
    ObjectTables elsewhere =
        new ObjectTables(CLUSTER, LabelSelector.EVERYTHING, Optional.of("kube-system"), false);

    assertThat(elsewhere.get(List.of(POD)))
        .isEqualTo("No resources found in kube-system namespace.\n");
  }

  @Test
  void nodesTellHowTheyAre() {
    assertThat(table("v1", "Node").lines().skip(1))
        .allMatch(row -> row.matches("node-\\d   Ready    <none>   \\d+s *"));
  }
}
