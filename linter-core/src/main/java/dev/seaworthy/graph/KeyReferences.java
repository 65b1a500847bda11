package dev.seaworthy.graph;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.List;

/** Where the pods of an object name a key of a ConfigMap or Secret. */
public final class KeyReferences {

  /** A key of the object called {@code name}, at {@code path}. */
  public record KeyReference(FieldPath path, String name, String key) {}

  /** The two kinds that are named so, and the words that pods name them with. */
  public enum Holder {
    CONFIG_MAP("configMapKeyRef", "configMap", "name"),
    SECRET("secretKeyRef", "secret", "secretName");

    private final List<PathPattern> keyRefs;
    private final PathPattern volumes;
    private final PathPattern projected;
    private final String volumeName;

    Holder(String keyRef, String source, String volumeName) {
      this.keyRefs = List.of(
          PathPattern.parse("initContainers[].env[].valueFrom." + keyRef),
          PathPattern.parse("containers[].env[].valueFrom." + keyRef),
          PathPattern.parse("ephemeralContainers[].env[].valueFrom." + keyRef));
      this.volumes = PathPattern.parse("volumes[]." + source);
      this.projected = PathPattern.parse("volumes[].projected.sources[]." + source);
      this.volumeName = volumeName;
    }
  }

  private KeyReferences() {}

  /** The keys that must be there; those of optional references need not. */
  public static List<KeyReference> of(PodTemplate template, Holder holder) {
    List<KeyReference> found = new ArrayList<>();
    for (PathPattern keyRef : holder.keyRefs) {
      for (FieldPath place : places(template, keyRef)) {
        add(template.owner(), place, place, "name", found);
      }
    }
    addItems(template, holder.volumes, holder.volumeName, found);
    addItems(template, holder.projected, "name", found);
    return found;
  }

  private static List<FieldPath> places(PodTemplate template, PathPattern pattern) {
    return pattern.resolve(template.owner().resource().root(), template.specPath());
  }

  private static void addItems(
      PodTemplate template, PathPattern pattern, String nameField, List<KeyReference> found) {
    for (FieldPath source : places(template, pattern)) {
      int items = template.owner().at(source).get("items").size();
      for (int i = 0; i < items; i++) {
        add(template.owner(), source, source.child("items").index(i), nameField, found);
      }
    }
  }

  private static void add(
      InputObject object,
      FieldPath source,
      FieldPath keyHolder,
      String nameField,
      List<KeyReference> found) {
    Node written = object.at(source);
    Node key = object.at(keyHolder).get("key");
    if (key.isString() && !written.get("optional").isTrue()) {
      found.add(
          new KeyReference(keyHolder.child("key"), written.get(nameField).text(), key.text()));
    }
  }
}
