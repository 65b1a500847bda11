package dev.seaworthy.validate.check.core.persistentvolume;

import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.validate.field.Errors;
import dev.seaworthy.validate.field.Request;
import dev.seaworthy.validate.field.Value;
import java.util.List;

/** What of a PersistentVolume stays: its source, its mode, and where it is. */
public final class PersistentVolumeUpdateCheck {

  private static final FieldPath SOURCE = FieldPath.of("spec", "persistentvolumesource");

  /** In the server's order. */
  private static final List<String> SOURCES = List.of(
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

  private PersistentVolumeUpdateCheck() {}

  /** Reports changes of {@code spec} that are not allowed, under the server's odd paths. */
  public static void check(Value spec, Request request, Errors errors) {
    for (String name : SOURCES) {
      Value source = spec.at(name);
      if (!request.same(source.path(), source(source, name), source.previous())) {
        errors.forbidden(SOURCE, "immutable", "must not be changed");
      }
    }
    if (spec.at("volumeMode").isChanged()) {
      errors.invalid(FieldPath.of("volumeMode"), "immutable", "must not be changed");
    }
    Value affinity = spec.at("nodeAffinity");
    if (affinity.previous().isPresent()
        && !request.same(affinity.path(), affinity.node(), affinity.previous())) {
      errors.invalid(FieldPath.of("nodeAffinity"), "immutable", "must not be changed");
    }
    Value attributes = spec.at("volumeAttributesClassName");
    if (attributes.isAbsent() && attributes.previous().isPresent()) {
      errors.forbidden(attributes.path(), "immutable", "must not be removed");
    }
  }

  /** A secret to expand the volume with may be added later. */
  private static Node source(Value source, String name) {
    String secret = "controllerExpandSecretRef";
    boolean added = name.equals("csi")
        && source.previous().isPresent()
        && source.previous().get(secret).isAbsent();
    return added && source.node() instanceof Mapping csi ? csi.without(secret) : source.node();
  }
}
