package dev.seaworthy.simulate.controller.nodelifecycle;

import java.time.Duration;

/**
 * How nodes are watched over.
 *
 * @param heartbeats which nodes are still heard
 * @param grace how long a node may be silent ({@code --node-monitor-grace-period})
 * @param period how often nodes are looked at ({@code --node-monitor-period})
 */
public record NodeMonitoring(Heartbeats heartbeats, Duration grace, Duration period) {}
