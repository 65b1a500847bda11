package dev.seaworthy.bench;

import java.util.random.RandomGenerator;

/**
 * Manifests of what workloads need around them, for {@link ManifestTree}: ways to reach them, what they
 * read, how many there are, what they may do.
 */
final class SupportManifests {

  private SupportManifests() {}

  static String service(String name, RandomGenerator random) {
    return ManifestHead.of("v1", "Service", name) + """
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

  static String configMap(String name, RandomGenerator random) {
    StringBuilder data = new StringBuilder("data:\n");
    int settings = 5 + random.nextInt(25);
    for (int i = 0; i < settings; i++) {
      data.append("  setting-%d: \"value %d of %s\"\n".formatted(i, random.nextInt(1000), name));
    }
    data.append("  application.properties: |\n");
    for (int i = 0; i < settings; i++) {
      data.append("    %s.option.%d=%d\n".formatted(name, i, random.nextInt(100_000)));
    }
    return ManifestHead.of("v1", "ConfigMap", name) + data;
  }

  static String ingress(String name, RandomGenerator random) {
    return ManifestHead.of("networking.k8s.io/v1", "Ingress", name)
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

  static String autoscaler(String name, RandomGenerator random) {
    return ManifestHead.of("autoscaling/v2", "HorizontalPodAutoscaler", name)
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

  static String networkPolicy(String name, RandomGenerator random) {
    return ManifestHead.of("networking.k8s.io/v1", "NetworkPolicy", name)
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

  static String role(String name, RandomGenerator random) {
    return ManifestHead.of("rbac.authorization.k8s.io/v1", "Role", name)
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
