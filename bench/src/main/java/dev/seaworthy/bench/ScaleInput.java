package dev.seaworthy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the manifests and stories that {@link ScaleBenchmark} plays. */
final class ScaleInput {

  private static final String DEPLOYMENT = """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: %1$s
        labels: {app: %1$s}
      spec:
        replicas: %2$d
        selector:
          matchLabels: {app: %1$s}
        template:
          metadata:
            labels: {app: %1$s}
          spec:
            containers:
            - name: web
              image: registry.example.com/%1$s:1.4.2
              ports:
              - {name: http, containerPort: 8080}
              resources:
                requests: {cpu: 100m, memory: 128Mi}
                limits: {memory: 128Mi}
              readinessProbe:
                httpGet: {path: /healthz, port: http}
      """;

  private static final String SERVICE = """
      ---
      apiVersion: v1
      kind: Service
      metadata:
        name: %1$s
      spec:
        selector: {app: %1$s}
        ports:
        - {name: http, port: 80, targetPort: http}
      """;

  private static final String STORY = """
      name: new-image
      area: rollouts
      purpose: A large Deployment is made, and given a new image.
      cluster:
        nodes:
        - {name: node-, count: %d, cpu: '4', memory: 8Gi, pods: 110}
      steps:
      - apply: web.yaml
      - settle: {}
      - setImage: {target: Deployment/web, image: 'registry.example.com/web:1.4.3'}
      - settle: {}
      """;

  private ScaleInput() {}

  /** One Deployment; gives its file. */
  static Path deployment(Path folder, int replicas, boolean behindService) throws IOException {
    String text =
        DEPLOYMENT.formatted("web", replicas) + (behindService ? SERVICE.formatted("web") : "");
    return Files.writeString(Files.createDirectories(folder).resolve("web.yaml"), text);
  }

  /** A story that makes one Deployment and changes its image; gives its folder. */
  static Path story(Path folder, int nodes, int replicas) throws IOException {
    deployment(folder, replicas, false);
    Files.writeString(folder.resolve("scenario.yaml"), STORY.formatted(nodes));
    return folder;
  }

  /** Many Deployments of one size, a file each; gives their folder. */
  static Path deployments(Path folder, int count, int replicas) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < count; i++) {
      String name = "app-%03d".formatted(i);
      Files.writeString(folder.resolve(name + ".yaml"), DEPLOYMENT.formatted(name, replicas));
    }
    return folder;
  }
}
