package dev.seaworthy.bench;

/** How each manifest of a {@link ManifestTree} begins. */
final class ManifestHead {

  private ManifestHead() {}

  static String of(String apiVersion, String kind, String name) {
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
}
