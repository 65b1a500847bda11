package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;

/** Volumes that no kubelet serves any more, but that the server still takes and judges. */
final class RetiredVolumeChecks {

  private final FieldRules rules;

  RetiredVolumeChecks(FieldRules rules) {
    this.rules = rules;
  }

  void glusterfs(Value source) {
    rules.required(source.at("endpoints"));
    rules.required(source.at("path"));
  }

  void flocker(Value source) {
    Value name = source.at("datasetName");
    boolean hasName = !name.text().isEmpty();
    boolean hasId = !source.at("datasetUUID").text().isEmpty();
    if (!hasName && !hasId) {
      rules
          .errors()
          .required(source.path(), "one-of", "must have one of datasetName and datasetUUID");
    }
    if (hasName && hasId) {
      rules
          .errors()
          .invalid(
              source.path(),
              "one-of",
              "has both datasetName and datasetUUID, must have one of them");
    }
    if (name.text().contains("/")) {
      rules
          .errors()
          .invalid(name.path(), "no-slash", "is '" + name.text() + "', must not contain '/'");
    }
  }

  void rbd(Value source) {
    rules.requiredItems(source.at("monitors"));
    rules.required(source.at("image"));
  }

  void cephfs(Value source) {
    rules.requiredItems(source.at("monitors"));
  }

  void quobyte(Value source) {
    Value registry = source.at("registry");
    Value tenant = source.at("tenant");
    if (rules.required(registry)) {
      if (tenant.text().length() >= 65) {
        rules
            .errors()
            .required(tenant.path(), "max-length", "must be a UUID of at most 64 characters");
      } else {
        registryIsHostsAndPorts(registry);
      }
    }
    rules.required(source.at("volume"));
  }

  private void registryIsHostsAndPorts(Value registry) {
    for (String pair : registry.text().split(",", -1)) {
      if (!isHostAndPort(pair)) {
        rules
            .errors()
            .invalid(
                registry.path(),
                "host-and-port",
                "is '" + registry.text() + "', must be hosts with ports, joined by commas");
      }
    }
  }

  /** As Go splits: one colon, or an address in brackets before it. */
  private static boolean isHostAndPort(String pair) {
    int colon = pair.lastIndexOf(':');
    if (colon < 0) {
      return false;
    }
    String host = pair.substring(0, colon);
    if (host.startsWith("[")) {
      return host.indexOf(']') == host.length() - 1 && host.lastIndexOf('[') == 0;
    }
    return host.indexOf(':') < 0 && pair.indexOf('[') < 0 && pair.indexOf(']') < 0;
  }

  void scaleIo(Value source) {
    rules.required(source.at("gateway"));
    rules.required(source.at("system"));
    rules.required(source.at("volumeName"));
  }

  void storageOs(Value source) {
    rules.requiredFormat(source.at("volumeName"), NameFormat.DNS1123_LABEL);
    rules.optionalFormat(source.at("volumeNamespace"), NameFormat.DNS1123_LABEL);
    if (source.at("secretRef").isPresent()) {
      rules.required(source.at("secretRef", "name"));
    }
  }
}
