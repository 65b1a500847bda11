package dev.seaworthy.cli;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs the usual commands once on a small manifest and throws the output away. The launcher has Java
 * watch it, to learn which classes a start needs.
 */
final class Rehearsal {

  private static final String MANIFEST = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, labels: {app: web}}
      spec:
        replicas: two
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - name: web
              image: nginx:1.29
              ports: [{containerPort: 80}]
              resources: {limits: {memory: 64Mi, cpu: 100m}}
              unknown: field
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec:
        selector: {app: web}
        ports: [{port: 80, targetPort: 80}]
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: web}
      data: {key: value}
      """;

  private Rehearsal() {}

  public static void main(String[] args) {
    System.setProperty("picocli.disable.closures", "true");
    run("lint", "-");
    run("lint", "--color=always", "-o", "json", "-");
    run("validate", "-");
    run("validate", "-o", "json", "-");
    run("dry-run", "-");
  }

  private static void run(String... args) {
    PrintWriter nowhere = new PrintWriter(OutputStream.nullOutputStream());
    Main.run(
        new Console(
            new ByteArrayInputStream(MANIFEST.getBytes(StandardCharsets.UTF_8)),
            nowhere,
            nowhere,
            Map.of(),
            List.of(),
            Path.of("")),
        args);
  }
}
