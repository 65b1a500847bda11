package dev.seaworthy.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs a command once on small manifests and throws the output away. The launcher has Java watch it,
 * to learn which classes a start needs.
 */
final class Rehearsal {

  /** What people's manifests are mostly made of, right and wrong. */
  private static final String MANIFEST = """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        labels: {app.kubernetes.io/name: web}
        annotations: {example.com/owner: team}
      spec:
        automountServiceAccountToken: false
        securityContext: {runAsNonRoot: true, runAsUser: 10101, seccompProfile: {type: RuntimeDefault}}
        tolerations: [{key: a, operator: Exists}]
        initContainers:
        - {name: init, image: "busybox:1.37", command: [sh, -c, "true"]}
        containers:
        - name: web
          image: ghcr.io/example/web:1.4.2
          ports: [{name: http, containerPort: 8080}]
          env:
          - {name: NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}
          - {name: KEY, valueFrom: {configMapKeyRef: {name: web, key: key}}}
          resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 128Mi}}
          readinessProbe: {httpGet: {path: /ready, port: http}}
          livenessProbe: {tcpSocket: {port: http}, periodSeconds: 20}
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: {drop: [ALL]}
          volumeMounts: [{name: tmp, mountPath: /tmp}, {name: config, mountPath: /etc/web}]
        volumes:
        - {name: tmp, emptyDir: {sizeLimit: 64Mi}}
        - {name: config, configMap: {name: web}}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, labels: {app: web}}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        strategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 25%}}
        template:
          metadata: {labels: {app: web}}
          spec:
            affinity:
              podAntiAffinity:
                preferredDuringSchedulingIgnoredDuringExecution:
                - weight: 1
                  podAffinityTerm:
                    topologyKey: kubernetes.io/hostname
                    labelSelector: {matchLabels: {app: web}}
            containers:
            - name: web
              image: nginx
              ports: [{containerPort: 80}]
              volumeMounts: [{name: missing, mountPath: /data}]
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: wrong}
      spec:
        replicas: two
        unknown: field
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        selector: {app: wep}
        ports: [{port: 80, targetPort: 80}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web}
      spec:
        rules:
        - http:
            paths:
            - {path: /, pathType: Prefix, backend: {service: {name: web, port: {number: 80}}}}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web}
      data: {key: value}
      """;

  /**
   * What an API server takes, so that a cluster plays it to its end: of the other one it refuses a
   * part.
   */
  private static final String ROLLOUT = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, labels: {app: web}}
      spec:
        replicas: 2
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - name: web
              image: ghcr.io/example/web:1.4.2
              ports: [{containerPort: 8080}]
              resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 128Mi}}
              readinessProbe: {httpGet: {path: /ready, port: 8080}}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        selector: {app: web}
        ports: [{port: 80, targetPort: 8080}]
      """;

  /** A custom kind with rules in CEL, whose library is a third of what such a start loads. */
  private static final String CUSTOM = """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: gadgets.example.com}
      spec:
        group: example.com
        scope: Namespaced
        names: {plural: gadgets, singular: gadget, kind: Gadget, listKind: GadgetList}
        versions:
        - name: v1
          served: true
          storage: true
          schema:
            openAPIV3Schema:
              type: object
              properties:
                spec:
                  type: object
                  required: [size]
                  x-kubernetes-validations:
                  - {rule: "!has(self.names) || self.names.all(n, n.matches('^[a-z]+$'))", message: "a"}
                  - {rule: "self.size <= 3 || self.size > oldSelf.size", optionalOldSelf: true}
                  properties:
                    size: {type: integer, minimum: 1, default: 1}
                    names: {type: array, maxItems: 8, items: {type: string, maxLength: 63}}
      ---
      apiVersion: example.com/v1
      kind: Gadget
      metadata: {name: web}
      spec: {size: 2, names: [web, 2]}
      ---
      apiVersion: example.com/v1
      kind: Gadget
      metadata: {name: cache}
      spec: {size: 2, names: [web]}
      """;

  private static final String NEIGHBOUR = """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: neighbour}
      data: {key: value}
      """;

  private Rehearsal() {}

  /** Rehearses the command that is named; {@code help} stands for all that read no manifests. */
  public static void main(String[] args) throws IOException {
    System.setProperty("picocli.disable.closures", "true");
    // A folder of its own, with a neighbour that a file is seen with.
    Path folder = Files.createTempDirectory("rehearsal");
    Path file = folder.resolve("file.yaml");
    Path custom = folder.resolve("custom.yaml");
    Path rollout = folder.resolve("rollout.yaml");
    Path neighbour = folder.resolve("neighbour.yaml");
    Path ignored = folder.resolve(".seaworthyignore");
    try {
      Files.writeString(file, MANIFEST);
      Files.writeString(neighbour, NEIGHBOUR);
      Files.writeString(ignored, "*.tmp\n");
      rehearse(args[0], file.toString());
      if (args[0].equals("validate")) {
        // Lint would start slower with so much at hand, which it seldom needs.
        Files.writeString(custom, CUSTOM);
        run("validate", "--crds", custom.toString(), custom.toString());
      }
      if (args[0].equals("dry-run")) {
        Files.writeString(rollout, ROLLOUT);
        run("dry-run", rollout.toString());
      }
    } finally {
      for (Path each : List.of(file, custom, rollout, neighbour, ignored, folder)) {
        Files.deleteIfExists(each);
      }
    }
  }

  private static void rehearse(String command, String file) {
    if (command.equals("help")) {
      run("--help");
      run("--version");
      run("explain", "deployment.spec");
      run("rules");
    } else {
      run(command, file);
      run(command, "--color=always", file);
      run(command, "-o", "json", "-");
    }
  }

  private static void run(String... args) {
    PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream());
    Main.run(
        new Console(
            new ByteArrayInputStream(MANIFEST.getBytes(StandardCharsets.UTF_8)),
            nowhere,
            nowhere,
            System.getenv(),
            List.of(),
            Path.of("")),
        args);
  }
}
