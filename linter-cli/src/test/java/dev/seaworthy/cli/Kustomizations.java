package dev.seaworthy.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** A base whose kustomization lists {@code web.yaml}, and what a test puts around it. */
final class Kustomizations {

  /** A Deployment that is whole, but for the account and the ConfigMap that it names. */
  static final String WEB = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            serviceAccountName: web
            containers:
              - name: web
                image: example.com/web:1.0
                envFrom: [{configMapRef: {name: web-config}}]
                volumeMounts: [{name: cache, mountPath: /cache}]
            volumes: [{name: cache, emptyDir: {}}]
      """;

  /** Leads to a port of {@link #WEB} by a name that none has. */
  static final String SERVICE = """
      apiVersion: v1
      kind: Service
      metadata: {name: web}
      spec: {selector: {app: web}, ports: [{port: 80, targetPort: http}]}
      """;

  /** Not the account that {@link #WEB} runs as. */
  static final String OTHER_ACCOUNT = """
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: other}
      """;

  /** Gives {@link #WEB} its image and its volumes. */
  static final String IMAGE_PATCH = """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web}
      spec:
        template:
          spec:
            containers: [{name: web, image: example.com/web:2.0}]
            volumes: [{name: cache, emptyDir: {}}]
      """;

  private final Workspace workspace;
  private final Set<String> listed = new TreeSet<>();

  private Kustomizations(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Begins with a base that makes {@code web} of one file. */
  static Kustomizations in(Path folder, String web) throws IOException {
    Kustomizations kustomizations = new Kustomizations(new Workspace(folder));
    kustomizations.givenInBase("web.yaml", web);
    return kustomizations;
  }

  /** {@code manifest} without the lines that have {@code field}. */
  static String without(String manifest, String field) {
    return manifest
        .lines()
        .filter(line -> !line.contains(field))
        .reduce("", (all, line) -> all + line + "\n");
  }

  /** Writes any file. */
  void given(String file, String text) throws IOException {
    workspace.given(file, text);
  }

  /** Writes a file that the base's kustomization lists, with those that it lists already. */
  void givenInBase(String file, String manifest) throws IOException {
    listed.add(file);
    givenBase("resources: [" + String.join(", ", listed) + "]\n");
    given("base/" + file, manifest);
  }

  /** Writes the whole kustomization of the base anew. */
  void givenBase(String kustomization) throws IOException {
    given("base/kustomization.yaml", kustomization);
  }

  /** Writes the kustomization in {@code overlay}, which makes of the base what {@code fields} say. */
  void givenOverlay(String fields) throws IOException {
    givenOverlay("overlay", fields);
  }

  /** The same in a folder of another name; its first line names the base, {@code fields} follow. */
  void givenOverlay(String folder, String fields) throws IOException {
    given(folder + "/kustomization.yaml", "resources: [../base]\n" + fields);
  }

  /** Writes an overlay with one patch. */
  void givenPatch(String patch) throws IOException {
    givenOverlay("patches: [{path: parts.yaml}]\n");
    given("overlay/parts.yaml", patch);
  }

  /** What {@code command} prints of all files. */
  String told(String command, String... options) {
    return run(command, options).out();
  }

  /** What {@code lint} prints of all files. */
  String lint(String... options) {
    return told("lint", options);
  }

  Run run(String command, String... options) {
    return workspace.run(command, options);
  }

  /** Runs {@code command} on the base alone, beside which its overlays lie. */
  Run runOnBase(String command) {
    return workspace.runOn("base", command);
  }
}
