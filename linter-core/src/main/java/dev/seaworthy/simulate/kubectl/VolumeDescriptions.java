package dev.seaworthy.simulate.kubectl;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;

/** The volumes of a pod, as its description lists them. */
final class VolumeDescriptions {

  private static final String UNSET = "<unset>";

  private final TabbedText text;
  private final int level;

  VolumeDescriptions(TabbedText text, int level) {
    this.text = text;
    this.level = level;
  }

  void write(Node volumes) {
    if (volumes.size() == 0) {
      text.field(level, "Volumes", Column.NONE);
      return;
    }
    text.line(level, "Volumes:");
    for (Node volume : volumes.items()) {
      text.line(level + 1, volume.get("name").text() + ":");
      for (Mapping.Entry entry : volume.entries()) {
        if (!entry.key().equals("name")) {
          source(entry.key(), entry.value());
        }
      }
    }
  }

  private void source(String kind, Node source) {
    switch (kind) {
      case "emptyDir" -> {
        type("EmptyDir (a temporary directory that shares a pod's lifetime)");
        text.field(level + 2, "Medium", source.get("medium").text());
        text.field(level + 2, "SizeLimit", source.get("sizeLimit").stringOr(UNSET));
      }
      case "configMap" -> {
        type("ConfigMap (a volume populated by a ConfigMap)");
        text.field(level + 2, "Name", source.get("name").text());
        text.field(
            level + 2, "Optional", Boolean.toString(source.get("optional").isTrue()));
      }
      case "secret" -> {
        type("Secret (a volume populated by a Secret)");
        text.field(level + 2, "SecretName", source.get("secretName").text());
        text.field(
            level + 2, "Optional", Boolean.toString(source.get("optional").isTrue()));
      }
      case "hostPath" -> {
        type("HostPath (bare host directory volume)");
        text.field(level + 2, "Path", source.get("path").text());
        text.field(level + 2, "HostPathType", source.get("type").text());
      }
      case "persistentVolumeClaim" -> {
        type(
            "PersistentVolumeClaim (a reference to a PersistentVolumeClaim in the same namespace)");
        text.field(level + 2, "ClaimName", source.get("claimName").text());
        text.field(
            level + 2, "ReadOnly", Boolean.toString(source.get("readOnly").isTrue()));
      }
      case "projected" -> {
        type("Projected (a volume that contains injected data from multiple sources)");
        source.get("sources").items().forEach(this::projected);
      }
      default -> type(kind.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + kind.substring(1));
    }
  }

  private void projected(Node source) {
    if (source.get("secret").isPresent()) {
      named("SecretName", source.get("secret"));
    } else if (source.get("downwardAPI").isPresent()) {
      text.field(level + 2, "DownwardAPI", "true");
    } else if (source.get("configMap").isPresent()) {
      named("ConfigMapName", source.get("configMap"));
    } else if (source.get("serviceAccountToken").isPresent()) {
      text.field(
          level + 2,
          "TokenExpirationSeconds",
          Long.toString(source.at("serviceAccountToken", "expirationSeconds").longOr(3600)));
    }
  }

  private void named(String title, Node reference) {
    text.field(level + 2, title, reference.get("name").text());
    text.field(level + 2, "Optional", Boolean.toString(reference.get("optional").isTrue()));
  }

  private void type(String words) {
    text.field(level + 2, "Type", words);
  }
}
