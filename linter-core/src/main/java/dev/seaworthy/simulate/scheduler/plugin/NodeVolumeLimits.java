package dev.seaworthy.simulate.scheduler.plugin;

import dev.seaworthy.simulate.object.PodClaims;
import dev.seaworthy.simulate.scheduler.framework.ActionType;
import dev.seaworthy.simulate.scheduler.framework.ClusterEvent;
import dev.seaworthy.simulate.scheduler.framework.EventResource;
import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Handle;
import dev.seaworthy.simulate.scheduler.framework.NodeFilter;
import dev.seaworthy.simulate.scheduler.framework.NodeInfo;
import dev.seaworthy.simulate.scheduler.framework.PodSignature;
import dev.seaworthy.simulate.scheduler.framework.Status;
import dev.seaworthy.simulate.volume.StorageClass;
import dev.seaworthy.simulate.volume.Volume;
import dev.seaworthy.simulate.volume.Volumes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A node that says so ({@code CSINode}) can have only so many volumes of one driver. */
public final class NodeVolumeLimits implements FilterPlugin {

  private static final Status EXCEEDED = Status.unschedulable("node(s) exceed max volume count");

  @Override
  public int order() {
    return 80;
  }

  @Override
  public NodeFilter preFilter(PodSignature pod, Handle handle) {
    return pod.claims().isEmpty() ? NodeFilter.SKIP : new Limits(pod, handle.volumes());
  }

  private record Limits(PodSignature pod, Volumes volumes) implements NodeFilter {

    @Override
    public Status filter(NodeInfo node) {
      Map<String, Set<String>> wanted = new HashMap<>();
      collect(pod, wanted);
      Map<String, Set<String>> attached = new HashMap<>();
      node.visitSignatures((other, pods, alive) -> collect(other, attached));
      boolean isTooMany = wanted.entrySet().stream().anyMatch(entry -> {
        Set<String> there = attached.getOrDefault(entry.getKey(), Set.of());
        long more =
            entry.getValue().stream().filter(each -> !there.contains(each)).count();
        Optional<Long> limit = volumes.limit(node.name(), entry.getKey());
        return limit.isPresent() && more > 0 && there.size() + more > limit.get();
      });
      return isTooMany ? EXCEEDED : Status.SUCCESS;
    }

    /** The volumes of the claims by driver; a claim without one counts for the one it will get. */
    private void collect(PodSignature user, Map<String, Set<String>> byDriver) {
      for (PodClaims.Use use : user.claims()) {
        volumes.claim(user.namespace(), use.claim()).ifPresent(claim -> {
          Optional<Volume> volume = volumes.volume(claim.volumeName());
          String driver = volume
              .map(Volume::driver)
              .orElseGet(() -> volumes
                  .storageClass(claim.className())
                  .map(StorageClass::provisioner)
                  .orElse(""));
          String id = volume.map(Volume::name).orElse(claim.namespace() + "/" + claim.name());
          byDriver.computeIfAbsent(driver, key -> new HashSet<>()).add(id);
        });
      }
    }
  }

  @Override
  public Set<ClusterEvent> eventsToRegister() {
    return ClusterEvent.union(
        ClusterEvent.of(EventResource.NODE, ActionType.ADD),
        ClusterEvent.union(
            ClusterEvent.of(EventResource.ASSIGNED_POD, ActionType.DELETE),
            ClusterEvent.ofVolumes()));
  }

  @Override
  public boolean isSchedulableAfterPodChange(PodSignature pod, PodSignature other) {
    return !other.claims().isEmpty();
  }
}
