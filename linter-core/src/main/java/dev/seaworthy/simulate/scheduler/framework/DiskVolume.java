package dev.seaworthy.simulate.scheduler.framework;

import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A disk that a pod names outright, without a claim.
 *
 * @param kind the field of the volume that describes it
 * @param id what tells it from other disks of its kind
 * @param hosts where it is served, for disks that are served over the network
 * @param isShareable whether others may have it at the same time if they, too, only read it
 */
public record DiskVolume(String kind, String id, Set<String> hosts, boolean isShareable) {

  /** The disks in a pod's {@code spec}. */
  static List<DiskVolume> of(Node spec) {
    List<DiskVolume> disks = new ArrayList<>();
    for (Node volume : spec.get("volumes").items()) {
      add(volume, "gcePersistentDisk", List.of("pdName"), disks);
      add(volume, "awsElasticBlockStore", List.of("volumeID"), disks);
      add(volume, "iscsi", List.of("iqn"), disks);
      add(volume, "rbd", List.of("pool", "image"), disks);
    }
    return disks;
  }

  private static void add(Node volume, String kind, List<String> id, List<DiskVolume> disks) {
    Node disk = volume.get(kind);
    if (disk.isPresent()) {
      String name =
          String.join("/", id.stream().map(part -> disk.get(part).text()).toList());
      Set<String> hosts = new HashSet<>();
      disk.get("monitors").items().forEach(host -> hosts.add(host.text()));
      boolean isShareable = disk.get("readOnly").isTrue() && !kind.equals("awsElasticBlockStore");
      disks.add(new DiskVolume(kind, name, hosts, isShareable));
    }
  }

  /** Whether one node can't have both. */
  public boolean clashes(DiskVolume other) {
    boolean isSame = kind.equals(other.kind)
        && id.equals(other.id)
        && (hosts.isEmpty() || hosts.stream().anyMatch(other.hosts::contains));
    return isSame && !(isShareable && other.isShareable);
  }
}
