package dev.seaworthy.bench;

import java.util.random.RandomGenerator;

/** Manifests of what runs pods, for {@link ManifestTree}. */
final class WorkloadManifests {

  private WorkloadManifests() {}

  static String deployment(String name, RandomGenerator random) {
    return ManifestHead.of("apps/v1", "Deployment", name)
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

  static String statefulSet(String name, RandomGenerator random) {
    return ManifestHead.of("apps/v1", "StatefulSet", name)
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

  static String cronJob(String name, RandomGenerator random) {
    return ManifestHead.of("batch/v1", "CronJob", name)
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
}
