package dev.seaworthy.simulate.scheduler.framework;

import dev.seaworthy.api.Resource;
import dev.seaworthy.simulate.object.Meta;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The nodes with their pods as the scheduler sees them, kept up to date from changes. What is
 * counted over many nodes {@linkplain #catchUp catches up} with what happened since.
 */
public final class Snapshot {

  private final PodSignatures signatures;
  private final Map<String, NodeInfo> nodes = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private final Map<String, Map<String, PodInfo>> early = new HashMap<>();
  private final NodeTree tree = new NodeTree();
  private final ChangeLog changes = new ChangeLog();
  private @Nullable List<NodeInfo> list;
  private int slots;

  public Snapshot(PodSignatures signatures) {
    this.signatures = signatures;
  }

  /** A node joined, or is not what it was. */
  public NodeInfo setNode(Resource node) {
    NodeInfo info = nodes.get(node.name());
    if (info == null) {
      info = new NodeInfo(slots++, node);
      nodes.put(node.name(), info);
      Map<String, PodInfo> waiting = early.remove(node.name());
      if (waiting != null) {
        waiting.values().forEach(info::add);
      }
    } else {
      info.update(node);
    }
    if (tree.put(info)) {
      list = null;
    }
    info.generation = changes.nodeChanged(info);
    return info;
  }

  /** A node is gone; pods that still name it wait for it to come back. */
  public void removeNode(String name) {
    NodeInfo info = nodes.remove(name);
    if (info != null) {
      info.pods().forEach(pod -> waitingFor(name).put(pod.uid(), pod));
      tree.remove(info);
      changes.cut();
      list = null;
    }
  }

  private Map<String, PodInfo> waitingFor(String node) {
    return early.computeIfAbsent(node, unknown -> new LinkedHashMap<>());
  }

  /** A pod has {@code node}, from the moment that this is decided, or is not what it was. */
  public void setPod(Resource pod, String node) {
    String uid = Meta.uid(pod);
    String former = places.put(uid, node);
    if (former != null && !former.equals(node)) {
      take(uid, former);
    }
    NodeInfo info = nodes.get(node);
    PodInfo known = info == null ? null : info.pod(uid);
    boolean terminating = Meta.isBeingDeleted(pod);
    PodSignature signature = known != null && PodSignatures.isKept(known.resource(), pod)
        ? known.signature()
        : signatures.ofAssigned(pod);
    PodInfo state = new PodInfo(uid, pod, signature, terminating);
    if (info == null) {
      waitingFor(node).put(uid, state);
    } else if (known != null
        && known.signature() == signature
        && known.terminating() == terminating) {
      info.refresh(state);
    } else {
      add(info, state);
    }
  }

  /** A pod that was not here yet has {@code node}, which was just decided. */
  public void assume(PodInfo pod, NodeInfo node) {
    places.put(pod.uid(), node.name());
    add(node, pod);
  }

  /** A pod ended or is gone. */
  public void removePod(String uid) {
    String node = places.remove(uid);
    if (node != null) {
      take(uid, node);
    }
  }

  private void take(String uid, String node) {
    NodeInfo info = nodes.get(node);
    if (info != null) {
      remove(info, uid);
    }
    Map<String, PodInfo> waiting = early.get(node);
    if (waiting != null) {
      waiting.remove(uid);
    }
  }

  /** Shows {@code node} with a pod more, to try what would be; whoever does so takes it off again. */
  public void add(NodeInfo node, PodInfo pod) {
    remove(node, pod.uid());
    node.add(pod);
    node.generation = changes.podsChanged(node, pod.signature(), 1, pod.terminating() ? 0 : 1);
  }

  /** Shows {@code node} with a pod less, to try what would be; whoever does so puts it back. */
  public void remove(NodeInfo node, String uid) {
    PodInfo pod = node.remove(uid);
    if (pod != null) {
      node.generation = changes.podsChanged(node, pod.signature(), -1, pod.terminating() ? 0 : -1);
    }
  }

  /** The pod of this UID, if its node is there. */
  public @Nullable PodInfo pod(String uid) {
    NodeInfo node = nodes.get(places.getOrDefault(uid, ""));
    return node == null ? null : node.pod(uid);
  }

  public @Nullable NodeInfo get(String name) {
    return nodes.get(name);
  }

  /** All nodes, one of each zone in turn. */
  public List<NodeInfo> nodes() {
    List<NodeInfo> known = list;
    if (known == null) {
      known = List.copyOf(tree.list());
      list = known;
    }
    return known;
  }

  public int size() {
    return nodes.size();
  }

  /** Grows with every change of any node. */
  public long generation() {
    return changes.generation();
  }

  /**
   * Lets {@code counter} take in what happened after {@code since}, at the cost of what that was.
   *
   * @param since what this gave the last time, at first 0
   * @return the {@link #generation} that it knows now
   */
  public long catchUp(NodeCounter counter, long since) {
    if (since == 0 || !changes.reachesBackTo(since)) {
      counter.clear();
      recount(counter);
    } else {
      changes.replay(since, counter, signatures.all());
    }
    return changes.generation();
  }

  /** Lets {@code counter} look at every node, at no cost for pods that do not concern it. */
  public void recount(NodeCounter counter) {
    List<PodSignature> concerned =
        signatures.all().stream().filter(counter::isConcernedWith).toList();
    nodes().forEach(node -> counter.count(node, concerned));
  }
}
