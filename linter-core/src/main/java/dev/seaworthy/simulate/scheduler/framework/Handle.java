package dev.seaworthy.simulate.scheduler.framework;

/**
 * What plug-ins can see of the cluster.
 *
 * @param snapshot the nodes with their pods
 * @param defaultSelector which pods belong together
 */
public record Handle(Snapshot snapshot, DefaultSelector defaultSelector) {}
