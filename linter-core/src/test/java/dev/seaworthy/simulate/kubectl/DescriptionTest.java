package dev.seaworthy.simulate.kubectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.Cluster;
import dev.seaworthy.simulate.store.Kinds;
import org.junit.jupiter.api.Test;

/** The expected texts are what kubectl 1.37.2 printed of the same objects, but for times and addresses. */
class DescriptionTest {

  private static String described(Cluster cluster, String pod) {
    return Description.of(cluster, cluster.view().get(Kinds.POD, "default", pod).orElseThrow());
  }

  @Test
  void aRunningPodIsDescribedAsKubectlDoes() {
    Cluster cluster = Clusters.with("""
        apiVersion: v1
        kind: Pod
        metadata:
          name: lantern
          namespace: default
          labels: {app: lantern, release: "20.04"}
        spec:
          nodeSelector: {kubernetes.io/hostname: node-1}
          containers:
          - name: web
            image: harbour/lantern:1.4
            ports: [{name: http, containerPort: 8080}]
            env: [{name: COLOUR, value: amber}]
            resources: {requests: {cpu: 50m, memory: 32Mi}, limits: {memory: 64Mi}}
        """);

    assertThat(described(cluster, "lantern")).isEqualTo("""
        Name:         lantern
        Namespace:    default
        Priority:     0
        Node:         node-1/192.168.0.1
        Start Time:   Thu, 01 Jan 2026 00:00:00 +0000
        Labels:       app=lantern
                      release=20.04
        Annotations:  <none>
        Status:       Running
        IP:           10.0.1.2
        IPs:
          IP:  10.0.1.2
        Containers:
          web:
            Container ID:  \s
            Image:          harbour/lantern:1.4
            Image ID:      \s
            Port:           8080/TCP (http)
            Host Port:      0/TCP (http)
            State:          Running
              Started:      Thu, 01 Jan 2026 00:00:00 +0000
            Ready:          True
            Restart Count:  0
            Limits:
              memory:  64Mi
            Requests:
              cpu:     50m
              memory:  32Mi
            Environment:
              COLOUR:  amber
            Mounts:    <none>
        Conditions:
          Type                        Status
          PodScheduled                True\s
          PodReadyToStartContainers   True\s
          Initialized                 True\s
          Ready                       True\s
          ContainersReady             True\s
        Volumes:                      <none>
        QoS Class:                    Burstable
        Node-Selectors:               kubernetes.io/hostname=node-1
        Tolerations:                  node.kubernetes.io/not-ready:NoExecute op=Exists for 4s
                                      node.kubernetes.io/unreachable:NoExecute op=Exists for 4s
        Events:
          Type    Reason     Age   From               Message
          ----    ------     ----  ----               -------
          Normal  Scheduled  3s    default-scheduler  Successfully assigned default/lantern to node-1
        """);
  }

  @Test
  void whatAPodSaysOfItselfAsAWholeIsToldAndDecidesItsQosClass() {
    Cluster cluster = Clusters.with("""
        apiVersion: v1
        kind: Pod
        metadata: {name: lantern, namespace: default}
        spec:
          resources: {requests: {cpu: 50m, memory: 32Mi}, limits: {memory: 64Mi}}
          containers: [{name: web, image: harbour/lantern:1.4}]
        """);

    assertThat(described(cluster, "lantern"))
        .contains("""
            Resources:
              Limits:
                memory:  64Mi
              Requests:
                cpu:     50m
                memory:  32Mi
            Containers:
            """)
        .containsPattern("QoS Class: +Burstable");
  }

  @Test
  void ofASecretOnlySizesAreTold() {
    Cluster cluster = Clusters.with("""
        apiVersion: v1
        kind: Secret
        metadata:
          name: keys
          namespace: default
          annotations:
            kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"dbPassword":"s3cr3t"}}'
        data: {userName: YWRtaW4=}
        stringData: {dbPassword: correct-horse}
        """);

    assertThat(Description.of(
            cluster, cluster.view().get(Kinds.SECRET, "default", "keys").orElseThrow()))
        .isEqualTo("""
            Name:         keys
            Namespace:    default
            Labels:       <none>
            Annotations:  <none>

            Type:  Opaque

            Data
            ====
            dbPassword:  13 bytes
            userName:    5 bytes

            Events:  <none>
            """);
  }

  @Test
  void aConfigMapIsTextUnderItsKeys() {
    Cluster cluster = Clusters.with("""
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: settings, namespace: default}
        data:
          colour: amber
          nginx.conf: |
            listen 80;
            root /srv;
        binaryData: {logo: YWJj}
        """);

    assertThat(Description.of(
            cluster, cluster.view().get(Kinds.CONFIG_MAP, "default", "settings").orElseThrow()))
        .isEqualTo("""
            Name:         settings
            Namespace:    default
            Labels:       <none>
            Annotations:  <none>

            Data
            ====
            colour:
            ----
            amber

            nginx.conf:
            ----
            listen 80;
            root /srv;



            BinaryData
            ====
            logo: 3 bytes

            Events:  <none>
            """);
  }

  @Test
  void aPendingPodTellsWhatTheSchedulerSays() {
    Cluster cluster = Clusters.with("""
        apiVersion: v1
        kind: Pod
        metadata: {name: giant, namespace: default, labels: {app: giant, tier: back}}
        spec:
          containers:
          - name: web
            image: harbour/giant:1
            resources: {requests: {cpu: "12"}}
        """);

    assertThat(described(cluster, "giant")).isEqualTo("""
        Name:         giant
        Namespace:    default
        Priority:     0
        Node:         <none>
        Labels:       app=giant
                      tier=back
        Annotations:  <none>
        Status:       Pending
        IP:          \s
        IPs:          <none>
        Containers:
          web:
            Image:      harbour/giant:1
            Port:       <none>
            Host Port:  <none>
            Requests:
              cpu:        12
            Environment:  <none>
            Mounts:       <none>
        Conditions:
          Type           Status
          PodScheduled   False\s
        Volumes:         <none>
        QoS Class:       Burstable
        Node-Selectors:  <none>
        Tolerations:     node.kubernetes.io/not-ready:NoExecute op=Exists for 4s
                         node.kubernetes.io/unreachable:NoExecute op=Exists for 4s
        Events:
          Type     Reason            Age   From               Message
          ----     ------            ----  ----               -------
          Warning  FailedScheduling  3s    default-scheduler  0/3 nodes are available: 3 Insufficient cpu. preemption: 0/3 nodes are available: 3 Preemption is not helpful for scheduling.
        """);
  }

  @Test
  void aPodWithAllThereIsTellsItAll() {
    Cluster cluster = Clusters.with("""
        apiVersion: v1
        kind: Pod
        metadata: {name: nopull, namespace: default, labels: {app: nopull}}
        spec:
          initContainers:
          - name: prepare
            image: harbour/prepare:2
            command: [sh, -c, "echo ready"]
          containers:
          - name: web
            image: harbour/nopull:bad
            args: ["--port=8081"]
            livenessProbe: {httpGet: {path: /alive, port: 8081}}
            volumeMounts: [{name: scratch, mountPath: /scratch}]
          - {name: side, image: "harbour/side:3"}
          volumes: [{name: scratch, emptyDir: {}}]
        """);

    assertThat(described(cluster, "nopull"))
        .contains("""
            Init Containers:
              prepare:
                Container ID: \s
                Image:         harbour/prepare:2
                Image ID:     \s
                Port:          <none>
                Host Port:     <none>
                Command:
                  sh
                  -c
                  echo ready
            """)
        .contains("""
                Args:
                  --port=8081
                State:          Waiting
                  Reason:       ImagePullBackOff
            """.indent(4).replaceAll("(?m)^    (?= )", ""))
        .contains("    Liveness:       http-get http://:8081/alive delay=0s timeout=1s period=10s"
            + " successThreshold=1 failureThreshold=3\n")
        .contains("""
            Volumes:
              scratch:
                Type:        EmptyDir (a temporary directory that shares a pod's lifetime)
                Medium:     \s
                SizeLimit:   <unset>
            QoS Class:       BestEffort
            """);
  }

  @Test
  void whereTheTokenOfItsServiceAccountIsMountedIsTold() {
    String pod = """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: default}
        spec:
          automountServiceAccountToken: %s
          topologySpreadConstraints:
          - {maxSkew: 2, topologyKey: zone, whenUnsatisfiable: ScheduleAnyway}
          containers: [{name: web, image: 'web:1'}]
        """;
    Cluster cluster = Clusters.real(pod.formatted("with", true) + pod.formatted("without", false));

    assertThat(described(cluster, "with"))
        .contains("Service Account:  default\n")
        .containsPattern("""
                Mounts:
                  /var/run/secrets/kubernetes.io/serviceaccount from kube-api-access-\\w{5} \\(ro\\)
            """.indent(0))
        .containsPattern("""
            Volumes:
              kube-api-access-\\w{5}:
                Type:                     Projected \\(a volume that contains injected data from multiple sources\\)
                TokenExpirationSeconds:   3607
                ConfigMapName:            kube-root-ca.crt
                Optional:                 false
                DownwardAPI:              true
            """)
        .contains("Topology Spread Constraints:  zone:ScheduleAnyway when max skew 2 is exceeded\n")
        .contains("Container image \"web:1\" already present on machine");
    assertThat(described(cluster, "without")).doesNotContain("kube-api-access");
  }

  @Test
  void aDeploymentItsReplicaSetAndItsServiceAreDescribedAsKubectlDoes() {
    Cluster cluster = Clusters.with("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: shop, namespace: default, labels: {app: shop}}
        spec:
          replicas: 2
          selector: {matchLabels: {app: shop}}
          template:
            metadata: {labels: {app: shop, release: "20.04"}}
            spec:
              containers:
              - name: web
                image: harbour/shop:1.0
                ports: [{name: http, containerPort: 8080}]
                resources: {requests: {cpu: 10m, memory: 16Mi}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: shop, namespace: default, labels: {app: shop}}
        spec: {selector: {app: shop}, ports: [{name: http, port: 80, targetPort: http}]}
        """);
    String set = cluster.view().list(Kinds.REPLICA_SET).get(0).name();

    assertThat(Description.of(cluster, cluster.view().list(Kinds.DEPLOYMENT).get(0)))
        .isEqualTo("""
            Name:                   shop
            Namespace:              default
            CreationTimestamp:      Thu, 01 Jan 2026 00:00:00 +0000
            Labels:                 app=shop
            Annotations:            deployment.kubernetes.io/revision: 1
            Selector:               app=shop
            Replicas:               2 desired | 2 updated | 2 total | 2 available | 0 unavailable
            StrategyType:           RollingUpdate
            MinReadySeconds:        0
            RollingUpdateStrategy:  25% max unavailable, 25% max surge
            Pod Template:
              Labels:  app=shop
                       release=20.04
              Containers:
               web:
                Image:      harbour/shop:1.0
                Port:       8080/TCP (http)
                Host Port:  0/TCP (http)
                Requests:
                  cpu:         10m
                  memory:      16Mi
                Environment:   <none>
                Mounts:        <none>
              Volumes:         <none>
              Node-Selectors:  <none>
              Tolerations:     <none>
            Conditions:
              Type           Status  Reason
              ----           ------  ------
              Progressing    True    NewReplicaSetAvailable
              Available      True    MinimumReplicasAvailable
            OldReplicaSets:  <none>
            NewReplicaSet:   SET (2/2 replicas created)
            Events:
              Type    Reason             Age   From                   Message
              ----    ------             ----  ----                   -------
              Normal  ScalingReplicaSet  3s    deployment-controller  Scaled up replica set SET from 0 to 2
            """.replace("SET", set));
    assertThat(Description.of(cluster, cluster.view().list(Kinds.REPLICA_SET).get(0)))
        .contains("Controlled By:  Deployment/shop\n")
        .contains("Replicas:       2 current / 2 desired\n")
        .contains("Pods Status:    2 Running / 0 Waiting / 0 Succeeded / 0 Failed\n");
    assertThat(Description.of(
            cluster, cluster.view().get(Kinds.SERVICE, "default", "shop").orElseThrow()))
        .contains("Selector:                 app=shop\n")
        .contains("Port:                     http  80/TCP\n")
        .contains("TargetPort:               http/TCP\n")
        .contains("Endpoints:                10.0.1.2:8080,10.0.2.2:8080\n");
  }

  @Test
  void aKindWithoutADescriptionOfItsOwnIsToldFieldByField() {
    Cluster cluster = Clusters.with("""
        apiVersion: node.k8s.io/v1
        kind: RuntimeClass
        metadata: {name: sand, labels: {app: web}}
        handler: runc
        scheduling: {nodeSelector: {diskType: ssd, "a.b": c}}
        """);
    Resource object =
        cluster.view().list(new GroupKind("node.k8s.io", "RuntimeClass")).get(0);

    assertThat(Description.of(cluster, object)).isEqualTo("""
        Name:         sand
        Labels:       app=web
        Annotations:  <none>
        API Version:  node.k8s.io/v1
        Kind:         RuntimeClass
        Handler:      runc
        Scheduling:
          Node Selector:
            Disk Type:  ssd
            a.b:        c
        Events:         <none>
        """);
  }
}
