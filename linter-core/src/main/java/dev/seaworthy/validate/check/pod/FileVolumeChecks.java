package dev.seaworthy.validate.check.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Value;

/** Volumes of files that the kubelet writes: ConfigMaps, Secrets, facts about the pod. */
final class FileVolumeChecks {

  private final FieldRules rules;
  private final Paths paths;
  private final FieldSelectorCheck fields;
  private final ResourceFieldSelectorCheck resources;

  FileVolumeChecks(FieldRules rules) {
    this.rules = rules;
    this.paths = new Paths(rules.errors());
    this.fields = new FieldSelectorCheck(rules, FieldSelectorCheck.Use.VOLUME);
    this.resources = new ResourceFieldSelectorCheck(rules);
  }

  void secret(Value source) {
    rules.required(source.at("secretName"));
    modeAndItems(source);
  }

  void configMap(Value source) {
    rules.required(source.at("name"));
    modeAndItems(source);
  }

  private void modeAndItems(Value source) {
    rules.optionalFileMode(source.at("defaultMode"));
    source.at("items").items().forEach(this::keyToPath);
  }

  /** A key of a ConfigMap or Secret, and the file that it becomes. */
  void keyToPath(Value item) {
    rules.required(item.at("key"));
    Value path = item.at("path");
    rules.required(path);
    paths.descendingUnreserved(path.path(), path.text());
    rules.optionalFileMode(item.at("mode"));
  }

  void downwardApi(Value source) {
    rules.optionalFileMode(source.at("defaultMode"));
    source.at("items").items().forEach(item -> downwardApiFile(item, source.path()));
  }

  /** A file with a fact about the pod; the server names no index, so {@code volume} is the path. */
  void downwardApiFile(Value item, FieldPath volume) {
    Value file = Value.of(item.node(), volume, item.previous());
    Value path = file.at("path");
    rules.required(path);
    paths.descendingUnreserved(path.path(), path.text());
    hasOneSource(file);
    rules.optionalFileMode(file.at("mode"));
  }

  private void hasOneSource(Value file) {
    Value field = file.at("fieldRef");
    Value resource = file.at("resourceFieldRef");
    if (field.isPresent()) {
      fields.check(field);
      if (resource.isPresent()) {
        rules
            .errors()
            .invalid(
                file.path(),
                "one-of",
                "has both fieldRef and resourceFieldRef, must have one of them");
      }
    } else if (resource.isPresent()) {
      resources.checkInVolume(resource);
    } else {
      rules
          .errors()
          .required(file.path(), "one-of", "must have one of fieldRef and resourceFieldRef");
    }
  }
}
