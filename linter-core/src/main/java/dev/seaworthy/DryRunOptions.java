package dev.seaworthy;

import dev.seaworthy.simulate.dryrun.ClusterState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to go wrong in a dry-run, and what is to be shown of it. Each method gives options that
 * differ in one point. Names are looked up when the dry-run begins: what is not there is an {@link
 * dev.seaworthy.diagnostic.UnknownWord} then, which says what was perhaps meant.
 */
public final class DryRunOptions {

  /** What happens to something of a name. */
  record Happening(What what, String target) {

    enum What {
      FAIL_NODE,
      DRAIN,
      CRASH
    }
  }

  /** Who is to be reached, from where. */
  record Reaching(String target, Optional<String> from) {}

  private Optional<ClusterState> nodes = Optional.empty();
  private Optional<Duration> until = Optional.empty();
  private final Map<String, String> images = new LinkedHashMap<>();
  private final List<Happening> happenings = new ArrayList<>();
  private boolean forcingDrains;
  private boolean deletingEmptyDirData;
  private List<String> listed = List.of();
  private String selector = "";
  private boolean showingLabels;
  private Optional<String> namespace = Optional.empty();
  private final List<String> described = new ArrayList<>();
  private final List<Reaching> reached = new ArrayList<>();

  private DryRunOptions() {}

  /** Nothing goes wrong, and the pods are shown. */
  public static DryRunOptions usual() {
    return new DryRunOptions();
  }

  private DryRunOptions copy() {
    DryRunOptions copy = new DryRunOptions();
    copy.nodes = nodes;
    copy.until = until;
    copy.images.putAll(images);
    copy.happenings.addAll(happenings);
    copy.forcingDrains = forcingDrains;
    copy.deletingEmptyDirData = deletingEmptyDirData;
    copy.listed = listed;
    copy.selector = selector;
    copy.showingLabels = showingLabels;
    copy.namespace = namespace;
    copy.described.addAll(described);
    copy.reached.addAll(reached);
    return copy;
  }

  /**
   * Plays in a cluster of the nodes of a file, which may hold the pods that run on them, too.
   *
   * @throws UnreadableInput if it cannot be read, holds something else, or a node in it can be none
   */
  public DryRunOptions withNodes(Path file) throws UnreadableInput {
    DryRunOptions changed = copy();
    changed.nodes = Optional.of(NodesFile.read(file));
    return changed;
  }

  /** Looks at what there is after so long, counted from the applying; usually, when all is at rest. */
  public DryRunOptions until(Duration time) {
    DryRunOptions changed = copy();
    changed.until = Optional.of(time);
    return changed;
  }

  /**
   * Has the containers of an image behave in a way of their own.
   *
   * @param behaviour {@code pull-fails}, {@code crashes}, {@code never-ready}, {@code fails}, {@code
   *     ends}, or with a time {@code ready-after:30s} and the like
   */
  public DryRunOptions withImage(String image, String behaviour) {
    DryRunOptions changed = copy();
    changed.images.put(image, behaviour);
    return changed;
  }

  /** After all has settled, a node goes silent. */
  public DryRunOptions failingNode(String node) {
    return happening(Happening.What.FAIL_NODE, node);
  }

  /** After all has settled, a node is drained, as {@code kubectl drain --ignore-daemonsets} does. */
  public DryRunOptions draining(String node) {
    return happening(Happening.What.DRAIN, node);
  }

  /** Draining takes pods, too, that no controller would replace: {@code kubectl drain --force}. */
  public DryRunOptions forcingDrains() {
    DryRunOptions changed = copy();
    changed.forcingDrains = true;
    return changed;
  }

  /**
   * Draining takes pods, too, that keep data in an {@code emptyDir}: {@code kubectl drain
   * --delete-emptydir-data}.
   */
  public DryRunOptions deletingEmptyDirData() {
    DryRunOptions changed = copy();
    changed.deletingEmptyDirData = true;
    return changed;
  }

  /** After all has settled, the containers of {@code deploy/web} or the like end once. */
  public DryRunOptions crashing(String target) {
    return happening(Happening.What.CRASH, target);
  }

  private DryRunOptions happening(Happening.What what, String target) {
    DryRunOptions changed = copy();
    changed.happenings.add(new Happening(what, target));
    return changed;
  }

  /** Shows tables of kinds, {@code pods} or {@code deploy}, as {@code kubectl get} prints them. */
  public DryRunOptions listing(List<String> kinds) {
    DryRunOptions changed = copy();
    changed.listed = List.copyOf(kinds);
    return changed;
  }

  /** Shows only what a selector as of {@code kubectl -l} selects. */
  public DryRunOptions selecting(String labels) {
    DryRunOptions changed = copy();
    changed.selector = labels;
    return changed;
  }

  /** Shows the labels, too. */
  public DryRunOptions showingLabels() {
    DryRunOptions changed = copy();
    changed.showingLabels = true;
    return changed;
  }

  /** Shows and finds only what lies in a namespace. */
  public DryRunOptions inNamespace(String name) {
    DryRunOptions changed = copy();
    changed.namespace = Optional.of(name);
    return changed;
  }

  /** Shows {@code pod/web} or the like as {@code kubectl describe} does. */
  public DryRunOptions describing(String target) {
    DryRunOptions changed = copy();
    changed.described.add(target);
    return changed;
  }

  /**
   * Tells which pod answers, or why nobody does.
   *
   * @param target {@code deploy/web:8080} as of {@code kubectl port-forward}, or a Service's DNS name,
   *     or the URL of an Ingress
   * @param from the pod, or a workload, that asks; empty for a person outside
   */
  public DryRunOptions reaching(String target, Optional<String> from) {
    DryRunOptions changed = copy();
    changed.reached.add(new Reaching(target, from));
    return changed;
  }

  Optional<ClusterState> nodes() {
    return nodes;
  }

  Optional<Duration> until() {
    return until;
  }

  Map<String, String> images() {
    return images;
  }

  List<Happening> happenings() {
    return happenings;
  }

  boolean isForcingDrains() {
    return forcingDrains;
  }

  boolean isDeletingEmptyDirData() {
    return deletingEmptyDirData;
  }

  List<String> listed() {
    return listed;
  }

  String selector() {
    return selector;
  }

  boolean isShowingLabels() {
    return showingLabels;
  }

  Optional<String> namespace() {
    return namespace;
  }

  List<String> described() {
    return described;
  }

  List<Reaching> reached() {
    return reached;
  }
}
