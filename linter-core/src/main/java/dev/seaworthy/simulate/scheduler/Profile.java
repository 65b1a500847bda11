package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.simulate.scheduler.framework.FilterPlugin;
import dev.seaworthy.simulate.scheduler.framework.Plugin;
import dev.seaworthy.simulate.scheduler.framework.PreEnqueuePlugin;
import dev.seaworthy.simulate.scheduler.framework.QueueSortPlugin;
import dev.seaworthy.simulate.scheduler.framework.ScorePlugin;
import java.util.Comparator;
import java.util.List;

/** The plug-ins of a scheduler by what they do, in the order in which they are asked. */
record Profile(
    QueueSortPlugin queueSort,
    List<PreEnqueuePlugin> preEnqueue,
    List<FilterPlugin> filters,
    List<ScorePlugin> scores) {

  /** Each plug-in at every extension point that it serves, in the order that they give themselves. */
  static Profile of(List<? extends Plugin> plugins) {
    return new Profile(
        those(plugins, QueueSortPlugin.class).get(0),
        those(plugins, PreEnqueuePlugin.class),
        those(plugins, FilterPlugin.class),
        those(plugins, ScorePlugin.class));
  }

  private static <T extends Plugin> List<T> those(
      List<? extends Plugin> plugins, Class<T> extensionPoint) {
    return plugins.stream()
        .filter(extensionPoint::isInstance)
        .map(extensionPoint::cast)
        .sorted(Comparator.comparingInt(Plugin::order))
        .toList();
  }
}
