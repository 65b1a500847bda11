package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;
import java.util.function.Consumer;

/** The environment of a container. */
final class EnvCheck {

  private static final List<String> VALUE_SOURCES =
      List.of("fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef");

  private final FieldRules rules;
  private final Paths paths;
  private final Volumes volumes;
  private final FieldSelectorCheck fields;
  private final ResourceFieldSelectorCheck resources;
  private final NameFormat nameFormat;

  EnvCheck(FieldRules rules, Volumes volumes, Request request) {
    this.rules = rules;
    this.paths = new Paths(rules.errors());
    this.volumes = volumes;
    this.fields = new FieldSelectorCheck(rules, FieldSelectorCheck.Use.VARIABLE);
    this.resources = new ResourceFieldSelectorCheck(rules);
    this.nameFormat =
        request.isSince(32) ? NameFormat.RELAXED_ENV_VAR_NAME : NameFormat.ENV_VAR_NAME;
  }

  void variables(List<Value> variables) {
    for (Value variable : variables) {
      rules.requiredFormat(variable.at("name"), nameFormat);
      if (variable.at("valueFrom").isPresent()) {
        valueFrom(variable);
      }
    }
  }

  private void valueFrom(Value variable) {
    Value from = variable.at("valueFrom");
    ifPresent(from.at("fieldRef"), fields::check);
    ifPresent(from.at("resourceFieldRef"), resources::check);
    ifPresent(from.at("configMapKeyRef"), this::key);
    ifPresent(from.at("secretKeyRef"), this::key);
    ifPresent(from.at("fileKeyRef"), this::file);
    long sources =
        VALUE_SOURCES.stream().filter(name -> from.at(name).isPresent()).count();
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
    rules.errors().invalid(field.path(), "one-of", message);
  }

  /** A key of a ConfigMap or Secret. */
  private void key(Value reference) {
    rules.format(reference.at("name"), NameFormat.DNS1123_SUBDOMAIN);
    rules.requiredFormat(reference.at("key"), NameFormat.CONFIG_KEY);
  }

  /** A key of a file that an earlier container of the pod writes. */
  private void file(Value reference) {
    rules.requiredFormat(reference.at("key"), NameFormat.RELAXED_ENV_VAR_NAME);
    Value path = reference.at("path");
    if (rules.required(path)) {
      paths.noBacksteps(path.path(), path.text());
    }
    Value volume = reference.at("volumeName");
    rules.requiredFormat(volume, NameFormat.DNS1123_LABEL);
    if (!volumes.has(volume.text())) {
      VolumeMountsCheck.notFound(volume, rules.errors());
    } else if (volumes.get(volume.text()).get("emptyDir").isAbsent()) {
      rules
          .errors()
          .invalid(
              volume.path(),
              "file-in-empty-dir",
              "is '" + volume.text() + "', which is no emptyDir volume");
    }
  }

  /** ConfigMaps and Secrets of which every key becomes a variable. */
  void sources(Value envFrom) {
    for (Value source : envFrom.items()) {
      rules.optionalFormat(source.at("prefix"), nameFormat);
      boolean map = source.at("configMapRef").isPresent();
      boolean secret = source.at("secretRef").isPresent();
      if (map) {
        namePrefix(source.at("configMapRef", "name"));
      }
      if (secret) {
        namePrefix(source.at("secretRef", "name"));
      }
      if (map == secret) {
        oneOf(
            envFrom,
            map ? "has both configMapRef and secretRef" : "must have configMapRef or secretRef");
      }
    }
  }

  /** A name that the server judges as one that something is appended to: it may end in a dash. */
  private void namePrefix(Value name) {
    if (rules.required(name)) {
      String text = name.text();
      boolean dash = text.length() > 1 && text.endsWith("-");
      rules.format(
          name.path(),
          dash ? text.substring(0, text.length() - 1) + "a" : text,
          NameFormat.DNS1123_SUBDOMAIN);
    }
  }
}
