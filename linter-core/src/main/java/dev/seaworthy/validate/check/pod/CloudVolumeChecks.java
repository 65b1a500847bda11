package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import java.util.List;

/** Disks and shares of cloud providers, most of them by now served by CSI drivers. */
final class CloudVolumeChecks {

  private static final List<String> AZURE_CACHING = List.of("None", "ReadOnly", "ReadWrite");
  private static final List<String> AZURE_KINDS = List.of("Shared", "Dedicated", "Managed");

  private final FieldRules rules;

  CloudVolumeChecks(FieldRules rules) {
    this.rules = rules;
  }

  /** The server reports it as {@code persistentDisk}. */
  void gcePersistentDisk(Value source, Value volume) {
    Value disk = Value.of(source.node(), volume.path().child("persistentDisk"), source.previous());
    rules.required(disk.at("pdName"));
    rules.range(disk.at("partition"), 0, 255);
  }

  void awsElasticBlockStore(Value source) {
    rules.required(source.at("volumeID"));
    rules.range(source.at("partition"), 0, 255);
  }

  void azureFile(Value source) {
    rules.required(source.at("secretName"));
    rules.required(source.at("shareName"));
  }

  void azureDisk(Value source) {
    rules.required(source.at("diskName"));
    rules.required(source.at("diskURI"));
    rules.optionalOneOf(source.at("cachingMode"), AZURE_CACHING);
    rules.optionalOneOf(source.at("kind"), AZURE_KINDS);
    if (source.at("kind").isPresent()) {
      diskUriFitsKind(source.at("diskURI"), source.at("kind").text());
    }
  }

  private void diskUriFitsKind(Value uri, String kind) {
    String start = kind.equals("Managed") ? "/subscriptions/" : "https://";
    if (!uri.text().startsWith(start)) {
      rules
          .errors()
          .notSupported(
              uri.path(),
              "disk-uri-fits-kind",
              "is '" + uri.text() + "', must start with " + start + " for a disk of that kind");
    }
  }

  void cinder(Value source) {
    rules.required(source.at("volumeID"));
    secretIsNamed(source);
  }

  void secretIsNamed(Value source) {
    if (source.at("secretRef").isPresent()) {
      rules.required(source.at("secretRef", "name"));
    }
  }

  void vsphere(Value source) {
    rules.required(source.at("volumePath"));
  }

  void photon(Value source) {
    rules.required(source.at("pdID"));
  }

  void portworx(Value source) {
    rules.required(source.at("volumeID"));
  }
}
