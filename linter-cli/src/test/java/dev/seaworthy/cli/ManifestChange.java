package dev.seaworthy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Manifests as they were and as they are to be, and what {@code dry-run --previous} tells of them. */
final class ManifestChange {

  /** Leads to the pods of {@link #web}. */
  static final String WEB_SERVICE = """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      """;

  /** The same under another name. */
  static final String OLD_SERVICE = """
      apiVersion: v1
      kind: Service
      metadata: {name: old}
      spec: {selector: {app: web}, ports: [{port: 80}]}
      """;

  /** A ConfigMap of two keys. */
  static final String CONFIG =
      "{apiVersion: v1, kind: ConfigMap, metadata: {name: conf}, data: {A: one, B: two}}\n";

  private static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        replicas: 4
        selector: {matchLabels: {app: web}}
        strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - {name: web, image: "%s", resources: {requests: {cpu: "%s"}}}
      """;

  private final Workspace workspace;

  ManifestChange(Path folder) {
    workspace = new Workspace(folder);
  }

  /** A Deployment of four pods, which are replaced one by one, each after the one before it. */
  static String web(String image) {
    return web(image, "100m");
  }

  /** The same, whose pods ask for {@code cpu} each. */
  static String web(String image, String cpu) {
    return WEB.formatted(image, cpu);
  }

  /** What is applied already. */
  ManifestChange from(String... manifests) throws IOException {
    workspace.given("old/all.yaml", String.join("---\n", manifests));
    return this;
  }

  /** What is to be applied now; a second call takes the place of the first. */
  ManifestChange to(String... manifests) throws IOException {
    workspace.given("new/all.yaml", String.join("---\n", manifests));
    return this;
  }

  /** Applies the one and then the other. */
  Run play(String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add("--previous");
    arguments.add(workspace.folder().resolve("old").toString());
    return workspace.runOn("new", "dry-run", arguments.toArray(String[]::new));
  }

  /** What is printed of it. */
  String told(String... options) {
    return play(options).out();
  }

  /** What programs read of it. */
  JsonNode impact(String... options) {
    List<String> arguments = new ArrayList<>(List.of("-o", "json"));
    arguments.addAll(List.of(options));
    return JsonMapper.shared().readTree(told(arguments.toArray(String[]::new))).path("impact");
  }
}
