package dev.seaworthy.validate.check.pod;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Value;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** A volume has one source, and the source is sound. */
final class VolumeSourceCheck {

  /** The sources in the server's order: the first one counts, each further one is refused. */
  private static final List<String> ORDER = List.of(
      "emptyDir",
      "hostPath",
      "gitRepo",
      "gcePersistentDisk",
      "awsElasticBlockStore",
      "secret",
      "nfs",
      "iscsi",
      "glusterfs",
      "flocker",
      "persistentVolumeClaim",
      "rbd",
      "cinder",
      "cephfs",
      "quobyte",
      "downwardAPI",
      "fc",
      "flexVolume",
      "configMap",
      "azureFile",
      "vsphereVolume",
      "photonPersistentDisk",
      "portworxVolume",
      "azureDisk",
      "storageos",
      "projected",
      "scaleIO",
      "csi",
      "ephemeral",
      "image");

  /** Fields that the server calls by another name when it refuses them as a second source. */
  private static final Map<String, String> REFUSED_AS =
      Map.of("cephfs", "cephFS", "downwardAPI", "downwarAPI");

  private final Errors errors;
  private final Map<String, BiConsumer<Value, Value>> checks;

  VolumeSourceCheck(PodScope scope) {
    this.errors = scope.errors();
    this.checks = VolumeSourceChecks.of(scope);
  }

  void check(Value volume) {
    boolean found = false;
    for (String name : ORDER) {
      Value source = volume.at(name);
      if (source.isPresent()) {
        if (found) {
          refuse(volume.path().child(REFUSED_AS.getOrDefault(name, name)));
        } else {
          checks.getOrDefault(name, (any, where) -> {}).accept(source, volume);
          found = true;
        }
      }
    }
    initiatorFitsWithName(volume);
    if (!found) {
      errors.required(volume.path(), "one-source", "must have a source");
    }
  }

  private void refuse(FieldPath source) {
    errors.forbidden(source, "one-source", "is a second source; a volume has one");
  }

  /** Asked of an iSCSI source even where it is not the first. */
  private void initiatorFitsWithName(Value volume) {
    Value iscsi = volume.at("iscsi");
    Value name = volume.at("name");
    String session = name.text() + ":" + iscsi.at("targetPortal").text();
    if (iscsi.at("initiatorName").isPresent() && session.length() > 64) {
      errors.invalid(
          name.path(),
          "initiator-fits-with-name",
          "is '"
              + name.text()
              + "', which with the target portal is longer than 64 characters; an initiator name"
              + " leaves no more");
    }
  }
}
