package dev.seaworthy.simulate.scheduler;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Meta;
import dev.seaworthy.simulate.object.Pod;
import dev.seaworthy.simulate.store.Change;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All nodes as the scheduler sees them, in the order in which they joined. */
public final class NodeViews {

  private final Map<String, NodeView> nodes = new LinkedHashMap<>();
  private final Map<String, List<Pod>> early = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();

  void nodeChanged(Change change) {
    String name = change.key().name();
    if (change.isRemoval()) {
      nodes.remove(name);
      return;
    }
    Resource node = change.latest();
    NodeView known = nodes.get(name);
    if (known != null) {
      known.update(node);
    } else {
      NodeView joined = new NodeView(node);
      nodes.put(name, joined);
      List<Pod> waiting = early.remove(name);
      if (waiting != null) {
        waiting.forEach(joined::add);
      }
    }
  }

  void podChanged(Change change) {
    Pod pod = new Pod(change.latest());
    if (change.isRemoval() || pod.isFinished()) {
      remove(Meta.uid(pod.resource()));
    } else {
      pod.nodeName().ifPresent(node -> place(pod, node));
    }
  }

  /** Counts a pod on a node, from the moment it is decided. */
  void place(Pod pod, String node) {
    String former = places.put(pod.uid(), node);
    if (former != null && !former.equals(node)) {
      removeFrom(former, pod.uid());
    }
    NodeView view = nodes.get(node);
    if (view != null) {
      view.add(pod);
    } else {
      List<Pod> waiting = early.computeIfAbsent(node, name -> new ArrayList<>());
      waiting.removeIf(other -> other.uid().equals(pod.uid()));
      waiting.add(pod);
    }
  }

  private void remove(String uid) {
    String node = places.remove(uid);
    if (node != null) {
      removeFrom(node, uid);
    }
  }

  private void removeFrom(String node, String uid) {
    NodeView view = nodes.get(node);
    if (view != null) {
      view.remove(uid);
    }
    List<Pod> waiting = early.get(node);
    if (waiting != null) {
      waiting.removeIf(pod -> pod.uid().equals(uid));
    }
  }

  public Collection<NodeView> all() {
    return nodes.values();
  }

  public @Nullable NodeView get(String name) {
    return nodes.get(name);
  }

  public int size() {
    return nodes.size();
  }

  /** These nodes, one of them as {@code changed} shows it. */
  NodeViews with(NodeView changed) {
    NodeViews copy = new NodeViews();
    copy.nodes.putAll(nodes);
    copy.nodes.put(changed.name(), changed);
    return copy;
  }
}
