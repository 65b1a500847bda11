package dev.seaworthy.simulate.scheduler.framework;

import dev.seaworthy.simulate.volume.Volumes;

/**
 * What plug-ins can see of the cluster.
 *
 * @param snapshot the nodes with their pods
 * @param defaultSelector which pods belong together
 * @param volumes the claims that pods use, with their volumes and classes
 */
public record Handle(Snapshot snapshot, DefaultSelector defaultSelector, Volumes volumes) {}
