package dev.seaworthy.simulate.kubectl;

import static dev.seaworthy.simulate.kubectl.Column.at;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.Kinds;
import dev.seaworthy.simulate.volume.StorageClass;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of claims, volumes and their classes, and of what pods take their values from. */
final class StorageColumns {

  private static final Map<String, String> MODES = Map.of(
      "ReadWriteOnce", "RWO",
      "ReadOnlyMany", "ROX",
      "ReadWriteMany", "RWX",
      "ReadWriteOncePod", "RWOP");

  private StorageColumns() {}

  static Map<GroupKind, List<Column>> all() {
    return Map.of(
        Kinds.PERSISTENT_VOLUME_CLAIM, claim(),
        Kinds.PERSISTENT_VOLUME, volume(),
        Kinds.STORAGE_CLASS, storageClass(),
        Kinds.CONFIG_MAP, List.of(data(), Column.AGE),
        Kinds.SECRET, List.of(at("TYPE", "Opaque", "type"), data(), Column.AGE));
  }

  private static Column data() {
    return new Column(
        "DATA",
        (object, sight) -> Integer.toString(object.at("data").size()
            + object.at("binaryData").size()
            + object.at("stringData").size()));
  }

  private static List<Column> claim() {
    return List.of(
        at("STATUS", "Pending", "status", "phase"),
        at("VOLUME", "", "spec", "volumeName"),
        at("CAPACITY", "", "status", "capacity", "storage"),
        new Column("ACCESS MODES", (claim, sight) -> modes(claim.at("status", "accessModes"))),
        new Column("STORAGECLASS", (object, sight) -> StorageClass.nameOf(object)),
        at("VOLUMEATTRIBUTESCLASS", "<unset>", "spec", "volumeAttributesClassName"),
        Column.AGE);
  }

  private static List<Column> volume() {
    return List.of(
        at("CAPACITY", "", "spec", "capacity", "storage"),
        new Column("ACCESS MODES", (volume, sight) -> modes(volume.at("spec", "accessModes"))),
        at("RECLAIM POLICY", "", "spec", "persistentVolumeReclaimPolicy"),
        at("STATUS", "", "status", "phase"),
        new Column("CLAIM", (volume, sight) -> claimOf(volume)),
        new Column("STORAGECLASS", (object, sight) -> StorageClass.nameOf(object)),
        at("VOLUMEATTRIBUTESCLASS", "<unset>", "spec", "volumeAttributesClassName"),
        at("REASON", "", "status", "reason"),
        Column.AGE);
  }

  private static String claimOf(Resource volume) {
    Node claim = volume.at("spec", "claimRef");
    return claim.isAbsent()
        ? ""
        : claim.get("namespace").text() + "/" + claim.get("name").text();
  }

  private static String modes(Node modes) {
    return modes.items().stream()
        .map(mode -> MODES.getOrDefault(mode.text(), mode.text()))
        .collect(Collectors.joining(","));
  }

  private static List<Column> storageClass() {
    return List.of(
        at("PROVISIONER", "", "provisioner"),
        at("RECLAIMPOLICY", "Delete", "reclaimPolicy"),
        at("VOLUMEBINDINGMODE", "<unset>", "volumeBindingMode"),
        new Column(
            "ALLOWVOLUMEEXPANSION",
            (it, sight) -> Boolean.toString(it.at("allowVolumeExpansion").isTrue())),
        Column.AGE);
  }
}
