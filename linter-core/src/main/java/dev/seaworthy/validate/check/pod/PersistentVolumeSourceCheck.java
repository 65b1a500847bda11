package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import dev.seaworthy.validate.format.NameFormat;
import java.util.List;

/** A PersistentVolume has one source; most are judged as those of pods are. */
final class PersistentVolumeSourceCheck {

  /** The sources in the server's order: the first one counts, each further one is refused. */
  static final List<String> ORDER = List.of(
      "hostPath",
      "gcePersistentDisk",
      "awsElasticBlockStore",
      "glusterfs",
      "flocker",
      "nfs",
      "rbd",
      "quobyte",
      "cephfs",
      "iscsi",
      "cinder",
      "fc",
      "flexVolume",
      "azureFile",
      "vsphereVolume",
      "photonPersistentDisk",
      "portworxVolume",
      "azureDisk",
      "scaleIO",
      "local",
      "storageos",
      "csi");

  private static final List<String> CSI_SECRETS = List.of(
      "controllerPublishSecretRef",
      "controllerExpandSecretRef",
      "nodePublishSecretRef",
      "nodeExpandSecretRef");

  private final Value volume;
  private final Value spec;
  private final FieldRules rules;
  private final Errors errors;
  private final NodeVolumeChecks node;
  private final NetworkVolumeChecks network;
  private final CloudVolumeChecks cloud;
  private final RetiredVolumeChecks retired;

  PersistentVolumeSourceCheck(Value volume, Request request, FieldRules rules) {
    this.volume = volume;
    this.spec = volume.at("spec");
    this.rules = rules;
    this.errors = rules.errors();
    this.node = new NodeVolumeChecks(rules);
    this.network = new NetworkVolumeChecks(rules, request);
    this.cloud = new CloudVolumeChecks(rules);
    this.retired = new RetiredVolumeChecks(rules);
  }

  void check() {
    boolean found = false;
    for (String name : ORDER) {
      Value source = spec.at(name);
      if (source.isPresent()) {
        if (found && !name.equals("flexVolume")) {
          String reported = name.equals("cephfs") ? "cephFS" : name;
          errors.forbidden(
              spec.path().child(reported), "one-source", "is a second source; a volume has one");
        } else {
          source(name, source);
        }
        found = true;
      }
    }
    if (!found) {
      errors.required(spec.path(), "one-source", "must have a source");
    }
  }

  private void source(String name, Value source) {
    switch (name) {
      case "hostPath" -> node.hostPath(source);
      case "gcePersistentDisk" -> cloud.gcePersistentDisk(source, spec);
      case "awsElasticBlockStore" -> cloud.awsElasticBlockStore(source);
      case "glusterfs" -> glusterfs(source);
      case "flocker" -> retired.flocker(source);
      case "nfs" -> network.nfs(source);
      case "rbd" -> retired.rbd(source);
      case "quobyte" -> retired.quobyte(source);
      case "cephfs" -> retired.cephfs(source);
      case "iscsi" -> iscsi(source);
      case "cinder" -> cinder(source);
      case "fc" -> network.fibreChannel(source);
      case "flexVolume" -> network.flexVolume(source);
      case "azureFile" -> azureFile(source);
      case "vsphereVolume" -> cloud.vsphere(source);
      case "photonPersistentDisk" -> cloud.photon(source);
      case "portworxVolume" -> cloud.portworx(source);
      case "azureDisk" -> cloud.azureDisk(source);
      case "scaleIO" -> retired.scaleIo(source);
      case "local" -> local(source);
      case "storageos" -> storageOs(source);
      default -> csi(source);
    }
  }

  private void glusterfs(Value source) {
    retired.glusterfs(source);
    Value namespace = source.at("endpointsNamespace");
    if (namespace.isPresent()) {
      if (namespace.text().isEmpty()) {
        errors.invalid(namespace.path(), "not-empty", "is empty");
      } else {
        rules.format(namespace, NameFormat.DNS1123_LABEL);
      }
    }
  }

  private void iscsi(Value source) {
    network.iscsi(source);
    if (source.at("secretRef").isPresent()) {
      rules.required(source.at("secretRef", "name"));
    }
    String session =
        volume.at("metadata", "name").text() + ":" + source.at("targetPortal").text();
    if (source.at("initiatorName").isPresent() && session.length() > 64) {
      errors.invalid(
          source.path().child("targetportal"),
          "initiator-fits-with-name",
          "is longer than 64 characters with the volume's name; an initiator name leaves no more");
    }
  }

  private void cinder(Value source) {
    rules.required(source.at("volumeID"));
    namedSecret(source.at("secretRef"));
  }

  private void namedSecret(Value reference) {
    if (reference.isPresent()) {
      rules.required(reference.at("name"));
      rules.required(reference.at("namespace"));
    }
  }

  private void azureFile(Value source) {
    cloud.azureFile(source);
    if (source.at("secretNamespace").isPresent()) {
      rules.required(source.at("secretNamespace"));
    }
  }

  private void local(Value source) {
    Value path = source.at("path");
    if (rules.required(path)) {
      new Paths(errors).noBacksteps(path.path(), path.text());
    }
    if (spec.at("nodeAffinity").isAbsent()) {
      errors.required(
          spec.at("nodeAffinity").path(), "local-has-node", "is missing: where the volume is");
    }
  }

  private void storageOs(Value source) {
    rules.requiredFormat(source.at("volumeName"), NameFormat.DNS1123_LABEL);
    rules.optionalFormat(source.at("volumeNamespace"), NameFormat.DNS1123_LABEL);
    namedSecret(source.at("secretRef"));
  }

  private void csi(Value source) {
    network.driverName(source.at("driver"));
    rules.required(source.at("volumeHandle"));
    for (String name : CSI_SECRETS) {
      Value reference = source.at(name);
      if (reference.isPresent()) {
        rules.requiredFormat(reference.at("name"), NameFormat.DNS1123_SUBDOMAIN);
        rules.requiredFormat(reference.at("namespace"), NameFormat.DNS1123_LABEL);
      }
    }
  }
}
