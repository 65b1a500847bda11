package dev.seaworthy.validate.check.pod;

import dev.seaworthy.validate.field.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** Which check judges which source; each gets the source and the volume that it stands in. */
final class VolumeSourceChecks {

  private VolumeSourceChecks() {}

  static Map<String, BiConsumer<Value, Value>> of(PodScope scope) {
    Map<String, BiConsumer<Value, Value>> checks = new HashMap<>();
    FieldRules rules = new FieldRules(scope.errors());
    node(checks, new NodeVolumeChecks(rules));
    files(checks, new FileVolumeChecks(rules), new ProjectedVolumeCheck(rules));
    network(checks, new NetworkVolumeChecks(rules, scope.request()));
    cloud(checks, new CloudVolumeChecks(rules));
    retired(checks, new RetiredVolumeChecks(rules));
    checks.put("ephemeral", new EphemeralVolumeCheck(scope)::check);
    return checks;
  }

  private static void node(Map<String, BiConsumer<Value, Value>> checks, NodeVolumeChecks node) {
    checks.put("emptyDir", (source, volume) -> node.emptyDir(source));
    checks.put("hostPath", (source, volume) -> node.hostPath(source));
    checks.put("gitRepo", (source, volume) -> node.gitRepo(source));
    checks.put("image", (source, volume) -> node.image(source));
  }

  private static void files(
      Map<String, BiConsumer<Value, Value>> checks,
      FileVolumeChecks files,
      ProjectedVolumeCheck projected) {
    checks.put("secret", (source, volume) -> files.secret(source));
    checks.put("configMap", (source, volume) -> files.configMap(source));
    checks.put("downwardAPI", (source, volume) -> files.downwardApi(source));
    checks.put("projected", (source, volume) -> projected.check(source));
  }

  private static void network(
      Map<String, BiConsumer<Value, Value>> checks, NetworkVolumeChecks network) {
    checks.put("nfs", (source, volume) -> network.nfs(source));
    checks.put("iscsi", (source, volume) -> network.iscsi(source));
    checks.put("fc", (source, volume) -> network.fibreChannel(source));
    checks.put("persistentVolumeClaim", (source, volume) -> network.claim(source));
    checks.put("csi", (source, volume) -> network.csi(source));
    checks.put("flexVolume", (source, volume) -> network.flexVolume(source));
  }

  private static void cloud(Map<String, BiConsumer<Value, Value>> checks, CloudVolumeChecks cloud) {
    checks.put("gcePersistentDisk", (source, volume) -> cloud.gcePersistentDisk(source, volume));
    checks.put("awsElasticBlockStore", (source, volume) -> cloud.awsElasticBlockStore(source));
    checks.put("azureFile", (source, volume) -> cloud.azureFile(source));
    checks.put("azureDisk", (source, volume) -> cloud.azureDisk(source));
    checks.put("cinder", (source, volume) -> cloud.cinder(source));
    checks.put("vsphereVolume", (source, volume) -> cloud.vsphere(source));
    checks.put("photonPersistentDisk", (source, volume) -> cloud.photon(source));
    checks.put("portworxVolume", (source, volume) -> cloud.portworx(source));
  }

  private static void retired(
      Map<String, BiConsumer<Value, Value>> checks, RetiredVolumeChecks retired) {
    checks.put("glusterfs", (source, volume) -> retired.glusterfs(source));
    checks.put("flocker", (source, volume) -> retired.flocker(source));
    checks.put("rbd", (source, volume) -> retired.rbd(source));
    checks.put("cephfs", (source, volume) -> retired.cephfs(source));
    checks.put("quobyte", (source, volume) -> retired.quobyte(source));
    checks.put("scaleIO", (source, volume) -> retired.scaleIo(source));
    checks.put("storageos", (source, volume) -> retired.storageOs(source));
  }
}
