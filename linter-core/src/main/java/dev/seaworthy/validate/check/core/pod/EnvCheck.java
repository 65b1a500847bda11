package dev.seaworthy.validate.check.core.pod;

import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.check.core.volume.FieldSelectorCheck;
import dev.seaworthy.validate.check.core.volume.ResourceFieldSelectorCheck;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.List;
import java.util.function.Consumer;

/** The environment of a container. */
final class EnvCheck {

  private final Errors errors;

  private static final List<String> VALUE_SOURCES =
      List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");

  private final Volumes volumes;
  private final FieldSelectorCheck fields;
  private final ResourceFieldSelectorCheck resources;

  EnvCheck(Errors errors, Volumes volumes, Request request) {
    this.errors = errors;
    this.volumes = volumes;
    this.fields = new FieldSelectorCheck(errors, FieldSelectorCheck.Use.VARIABLE);
    this.resources = new ResourceFieldSelectorCheck(errors);
  }

  void variables(List<Value> variables) {
    for (Value variable : variables) {
      if (variable.at("valueFrom").isPresent()) {
        valueFrom(variable);
      }
    }
  }

  private void valueFrom(Value variable) {
    Value from = variable.at("valueFrom");
    ifPresent(from.at("fieldRef"), fields::check);
    ifPresent(from.at("resourceFieldRef"), resources::check);
    ifPresent(from.at("fileKeyRef"), this::file);
    int sources = 0;
    for (String name : VALUE_SOURCES) {
      sources += from.node().get(name).isPresent() ? 1 : 0;
    }
    if (sources == 0) {
      oneOf(from, "must have one of " + String.join(", ", VALUE_SOURCES));
    } else if (!variable.at("value").text().isEmpty()) {
      oneOf(from, "must not be given together with a value");
    } else if (sources > 1) {
      oneOf(from, "has more than one source, must have one");
    }
  }

  private static void ifPresent(Value value, Consumer<Value> check) {
    if (value.isPresent()) {
      check.accept(value);
    }
  }

  private void oneOf(Value field, String message) {
    errors.invalid(field.path(), "one-of", message);
  }

  /** A key of a file that an earlier container of the pod writes. */
  private void file(Value reference) {
    Value volume = reference.at("volumeName");
    Node written = volumes.written().get(volume.text());
    if (written == null) {
      VolumeMountsCheck.notFound(volume, errors);
    } else if (written.get("emptyDir").isAbsent()) {
      errors.invalid(
          volume.path(),
          "file-in-empty-dir",
          "is '" + volume.text() + "', which is no emptyDir volume");
    }
  }

  /** ConfigMaps and Secrets of which every key becomes a variable. */
  void sources(Value envFrom) {
    for (Value source : envFrom.items()) {
      boolean map = source.at("configMapRef").isPresent();
      boolean secret = source.at("secretRef").isPresent();
      if (map == secret) {
        oneOf(
            envFrom,
            map ? "has both configMapRef and secretRef" : "must have configMapRef or secretRef");
      }
    }
  }
}
