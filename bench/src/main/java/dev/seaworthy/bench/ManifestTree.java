package dev.seaworthy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Writes a tree of valid manifests as a large repository holds them, for {@code bench/tree}: {@code
 * ManifestTree FOLDER COUNT}. The same count gives the same bytes.
 */
public final class ManifestTree {

  private static final int FILES_A_FOLDER = 50;
  private static final long SEED = 20_000;

  /** How a kind is written, and how many of a hundred files are of it. */
  private record Kind(int share, Template template) {}

  private interface Template {
    String write(String name, RandomGenerator random);
  }

  private static final List<Kind> KINDS = List.of(
      new Kind(36, ManifestTree::deployment),
      new Kind(18, ManifestTree::service),
      new Kind(14, ManifestTree::configMap),
      new Kind(7, ManifestTree::statefulSet),
      new Kind(6, ManifestTree::cronJob),
      new Kind(6, ManifestTree::ingress),
      new Kind(5, ManifestTree::autoscaler),
      new Kind(4, ManifestTree::networkPolicy),
      new Kind(4, ManifestTree::role));

  private ManifestTree() {}

  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]), Integer.parseInt(args[1]));
  }

  static void write(Path folder, int count) throws IOException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    for (int i = 0; i < count; i++) {
      Path team = folder.resolve("team-%03d".formatted(i / FILES_A_FOLDER));
      Files.createDirectories(team);
      String name = "app-%05d".formatted(i);
      Files.writeString(team.resolve(name + ".yaml"), pick(random).write(name, random));
    }
  }

  private static Template pick(RandomGenerator random) {
    int ticket = random.nextInt(100);
    for (Kind kind : KINDS) {
      ticket -= kind.share();
      if (ticket < 0) {
        return kind.template();
      }
    }
    throw new AssertionError("the shares do not add up to 100");
  }

  private static String head(String apiVersion, String kind, String name) {
    return """
        apiVersion: %s
        kind: %s
        metadata:
          name: %s
          namespace: team
          labels:
            app.kubernetes.io/name: %s
            app.kubernetes.io/part-of: platform
            app.kubernetes.io/managed-by: hand
          annotations:
            example.com/owner: "team-platform@example.com"
        """.formatted(apiVersion, kind, name, name);
  }

  private static String deployment(String name, RandomGenerator random) {
    return head("apps/v1", "Deployment", name)
        + """
        spec:
          replicas: %d
          selector:
            matchLabels:
              app.kubernetes.io/name: %s
          strategy:
            type: RollingUpdate
            rollingUpdate:
              maxSurge: 25%%
              maxUnavailable: 0
          template:
        """.formatted(1 + random.nextInt(5), name)
        + podTemplate(name, 1 + random.nextInt(2), random).indent(4);
  }

  private static String statefulSet(String name, RandomGenerator random) {
    return head("apps/v1", "StatefulSet", name)
        + """
        spec:
          serviceName: %s
          replicas: 3
          selector:
            matchLabels:
              app.kubernetes.io/name: %s
          volumeClaimTemplates:
            - metadata:
                name: data
              spec:
                accessModes: ["ReadWriteOnce"]
                resources:
                  requests:
                    storage: %dGi
          template:
        """.formatted(name, name, 1 + random.nextInt(100))
        + podTemplate(name, 1, random).indent(4);
  }

  private static String cronJob(String name, RandomGenerator random) {
    return head("batch/v1", "CronJob", name)
        + """
        spec:
          schedule: "%d %d * * *"
          concurrencyPolicy: Forbid
          jobTemplate:
            spec:
              backoffLimit: 3
              template:
        """.formatted(random.nextInt(60), random.nextInt(24))
        + podTemplate(name, 1, random).indent(8)
        + "          restartPolicy: OnFailure\n";
  }

  private static String podTemplate(String name, int containers, RandomGenerator random) {
    StringBuilder template = new StringBuilder("""
            metadata:
              labels:
                app.kubernetes.io/name: %s
            spec:
              serviceAccountName: %s
              securityContext:
                runAsNonRoot: true
                fsGroup: 2000
                seccompProfile:
                  type: RuntimeDefault
              volumes:
                - name: tmp
                  emptyDir: {}
                - name: config
                  configMap:
                    name: %s-config
              containers:
            """.formatted(name, name, name));
    for (int i = 0; i < containers; i++) {
      template.append(container(name, i, random).indent(4));
    }
    return template.toString();
  }

  private static String container(String name, int number, RandomGenerator random) {
    return """
        - name: c%d
          image: "registry.example.com/team/%s:1.%d.%d"
          args: ["--port=8080", "--log-level=info"]
          ports:
            - name: http-%d
              containerPort: %d
              protocol: TCP
          env:
            - name: POD_NAME
              valueFrom:
                fieldRef:
                  fieldPath: metadata.name
            - name: CACHE_SIZE
              value: "%d"
          resources:
            requests:
              cpu: %dm
              memory: %dMi
            limits:
              memory: 1Gi
          readinessProbe:
            httpGet:
              path: /ready
              port: http-%d
            initialDelaySeconds: 5
            periodSeconds: 10
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            - name: config
              mountPath: /etc/config
              readOnly: true
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: ["ALL"]
        """.formatted(
            number,
            name,
            random.nextInt(40),
            random.nextInt(10),
            number,
            8080 + number,
            random.nextInt(1000),
            50 + random.nextInt(450),
            64 + random.nextInt(448),
            number);
  }

  private static String service(String name, RandomGenerator random) {
    return head("v1", "Service", name) + """
        spec:
          type: ClusterIP
          selector:
            app.kubernetes.io/name: %s
          ports:
            - name: http
              port: %d
              targetPort: http-0
              protocol: TCP
        """.formatted(name, 80 + random.nextInt(9000));
  }

  private static String configMap(String name, RandomGenerator random) {
    StringBuilder data = new StringBuilder("data:\n");
    int settings = 5 + random.nextInt(25);
    for (int i = 0; i < settings; i++) {
      data.append("  setting-%d: \"value %d of %s\"\n".formatted(i, random.nextInt(1000), name));
    }
    data.append("  application.properties: |\n");
    for (int i = 0; i < settings; i++) {
      data.append("    %s.option.%d=%d\n".formatted(name, i, random.nextInt(100_000)));
    }
    return head("v1", "ConfigMap", name) + data;
  }

  private static String ingress(String name, RandomGenerator random) {
    return head("networking.k8s.io/v1", "Ingress", name)
        + """
        spec:
          ingressClassName: nginx
          tls:
            - hosts: ["%s.example.com"]
              secretName: %s-tls
          rules:
            - host: %s.example.com
              http:
                paths:
                  - path: /v%d
                    pathType: Prefix
                    backend:
                      service:
                        name: %s
                        port:
                          name: http
        """.formatted(name, name, name, random.nextInt(9), name);
  }

  private static String autoscaler(String name, RandomGenerator random) {
    return head("autoscaling/v2", "HorizontalPodAutoscaler", name)
        + """
        spec:
          minReplicas: 2
          maxReplicas: %d
          scaleTargetRef:
            apiVersion: apps/v1
            kind: Deployment
            name: %s
          metrics:
            - type: Resource
              resource:
                name: cpu
                target:
                  type: Utilization
                  averageUtilization: %d
        """.formatted(3 + random.nextInt(20), name, 40 + random.nextInt(50));
  }

  private static String networkPolicy(String name, RandomGenerator random) {
    return head("networking.k8s.io/v1", "NetworkPolicy", name)
        + """
        spec:
          podSelector:
            matchLabels:
              app.kubernetes.io/name: %s
          policyTypes: ["Ingress", "Egress"]
          ingress:
            - from:
                - namespaceSelector:
                    matchLabels:
                      team: platform
              ports:
                - protocol: TCP
                  port: %d
          egress:
            - to:
                - ipBlock:
                    cidr: 10.%d.0.0/16
        """.formatted(name, 1024 + random.nextInt(60_000), random.nextInt(250));
  }

  private static String role(String name, RandomGenerator random) {
    return head("rbac.authorization.k8s.io/v1", "Role", name)
        + """
        rules:
          - apiGroups: [""]
            resources: ["configmaps", "secrets"]
            resourceNames: ["%s-%d"]
            verbs: ["get", "watch"]
          - apiGroups: ["apps"]
            resources: ["deployments"]
            verbs: ["get", "list"]
        """.formatted(name, random.nextInt(10));
  }
}
