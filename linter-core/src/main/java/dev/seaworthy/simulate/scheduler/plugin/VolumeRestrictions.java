package dev.seaworthy.simulate.scheduler.plugin;

import dev.seaworthy.simulate.object.PodClaims;
import dev.seaworthy.simulate.scheduler.framework.ActionType;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.DiskVolume;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeCounter;
import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Snapshot;
import dev.seaworthy.simulate.scheduler.framework.Status;
import dev.seaworthy.simulate.volume.Claim;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** What only one pod can have: a claim for one pod in the cluster, a disk of its own on a node. */
public final class VolumeRestrictions implements FilterPlugin {

  private static final Status IN_USE = Status.unschedulable(
      "node(s) unavailable due to PersistentVolumeClaim with ReadWriteOncePod access mode already"
          + " in-use by another pod");

  private static final Status NO_DISK = Status.unschedulable("node(s) had no available disk");

  @Override
  public int order() {
    return 70;
  }

  @Override
  public NodeFilter preFilter(PodSignature pod, Handle handle) {
    List<String> exclusive = pod.claims().stream()
        .map(PodClaims.Use::claim)
        .filter(claim -> handle
            .volumes()
            .claim(pod.namespace(), claim)
            .filter(found -> found.accessModes().contains(Claim.ONE_POD))
            .isPresent())
        .toList();
    if (exclusive.isEmpty()) {
      return pod.disks().isEmpty() ? NodeFilter.SKIP : node -> diskOn(node, pod);
    }
    return new OnePod(pod, exclusive, handle.snapshot());
  }

  private static Status diskOn(NodeInfo node, PodSignature pod) {
    AtomicInteger clashes = new AtomicInteger();
    node.visitSignatures((other, pods, alive) -> {
      if (clash(pod, other)) {
        clashes.incrementAndGet();
      }
    });
    return clashes.get() == 0 ? Status.SUCCESS : NO_DISK;
  }

  private static boolean clash(PodSignature pod, PodSignature other) {
    return pod.disks().stream()
        .anyMatch((DiskVolume disk) -> other.disks().stream().anyMatch(disk::clashes));
  }

  /** Counts the pods that have one of the claims, on whatever node. */
  private static final class OnePod implements NodeFilter, NodeCounter {
    private final PodSignature pod;
    private final List<String> claims;
    private final Snapshot snapshot;
    private final Map<String, Integer> byNode = new HashMap<>();
    private long generation;
    private int users;

    OnePod(PodSignature pod, List<String> claims, Snapshot snapshot) {
      this.pod = pod;
      this.claims = claims;
      this.snapshot = snapshot;
    }

    @Override
    public boolean isLocal() {
      return false;
    }

    @Override
    public void catchUp() {
      generation = snapshot.catchUp(this, generation);
    }

    @Override
    public Status filter(NodeInfo node) {
      Status disk = diskOn(node, pod);
      return disk.isSuccess() && users > 0 ? IN_USE : disk;
    }

    @Override
    public void clear() {
      byNode.clear();
      users = 0;
    }

    @Override
    public boolean isConcernedWith(PodSignature signature) {
      return claims.stream().anyMatch(claim -> signature.uses(pod.namespace(), claim));
    }

    @Override
    public void count(NodeInfo node, Collection<PodSignature> concerned) {
      AtomicInteger here = new AtomicInteger();
      node.visitSignatures(concerned, (signature, pods, alive) -> {
        if (isConcernedWith(signature)) {
          here.addAndGet(pods);
        }
      });
      Integer before = byNode.put(node.name(), here.get());
      users += here.get() - (before == null ? 0 : before);
    }

    @Override
    public void change(NodeInfo node, PodSignature signature, int pods, int alive) {
      if (isConcernedWith(signature)) {
        byNode.merge(node.name(), pods, Integer::sum);
        users += pods;
      }
    }
  }

  @Override
  public Set<ClusterEvent> eventsToRegister() {
    Set<ClusterEvent> ofPods = ClusterEvent.of(EventResource.ASSIGNED_POD, ActionType.DELETE);
    Set<ClusterEvent> ofClaims =
        ClusterEvent.of(EventResource.PERSISTENT_VOLUME_CLAIM, ActionType.ADD, ActionType.UPDATE);
    return ClusterEvent.union(
        ClusterEvent.of(EventResource.NODE, ActionType.ADD), ClusterEvent.union(ofPods, ofClaims));
  }

  @Override
  public boolean isSchedulableAfterPodChange(PodSignature pod, PodSignature other) {
    return clash(pod, other)
        || pod.claims().stream().anyMatch(use -> other.uses(pod.namespace(), use.claim()));
  }
}
