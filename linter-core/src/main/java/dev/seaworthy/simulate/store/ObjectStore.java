package dev.seaworthy.simulate.store;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.clock.EventQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cluster's memory, as etcd and the watch cache are. A commit gives the object a new version;
 * whoever watches its kind hears of it a moment later, in the order of commits.
 */
public final class ObjectStore {

  /** From a commit until its watchers hear of it. */
  private static final Duration NOTICE = Duration.ofMillis(1);

  private final EventQueue queue;
  private final ObjectTable table = new ObjectTable();
  private final ClusterView view = new ClusterView(table);
  private final Map<GroupKind, List<Watch>> watches = new HashMap<>();
  private final List<Watch> watchers = new ArrayList<>();
  private final List<Watch> checkers = new ArrayList<>();
  private long version;
  private Instant lastChange;
  private @Nullable Supplier<Duration> lag;
  private final Map<GroupKind, Instant> heard = new HashMap<>();
  private Instant allHeard = Instant.MIN;

  public ObjectStore(EventQueue queue) {
    this.queue = queue;
    this.lastChange = queue.now();
  }

  /**
   * From now on watchers hear of changes later by {@code more}, each kind by itself: what they know of
   * it lags behind, in the order of commits.
   */
  public void lagBy(Supplier<Duration> more) {
    lag = more;
  }

  /** How many commits there were so far. */
  public long version() {
    return version;
  }

  /** The objects as they are now. */
  public ClusterView view() {
    return view;
  }

  /** Writes an object that is new or replaces the one of the same key; gives it with its version. */
  public Resource commit(Resource object) {
    ObjectKey key = ObjectKey.of(object);
    Optional<Resource> before = view.get(key);
    Resource versioned =
        object.withAt(Scalar.of(Long.toString(++version)), "metadata", "resourceVersion");
    table.put(key, versioned);
    tell(new Change(key, before, Optional.of(versioned)));
    return versioned;
  }

  /** Takes an object out; does nothing if it is not there. */
  public void remove(ObjectKey key) {
    Optional<Resource> before = view.get(key);
    if (before.isPresent()) {
      version++;
      table.remove(key);
      tell(new Change(key, before, Optional.empty()));
    }
  }

  private void tell(Change change) {
    lastChange = queue.now();
    for (Watch checker : checkers) {
      checker.onChange(change);
    }
    List<Watch> ofKind = watches.getOrDefault(change.key().kind(), List.of());
    if (lag != null) {
      tellLate(change, ofKind, lag);
    } else if (!ofKind.isEmpty() || !watchers.isEmpty()) {
      queue.after(NOTICE, () -> {
        for (Watch watch : ofKind) {
          watch.onChange(change);
        }
        for (Watch watch : watchers) {
          watch.onChange(change);
        }
      });
    }
  }

  private void tellLate(Change change, List<Watch> ofKind, Supplier<Duration> more) {
    Instant now = queue.now().plus(NOTICE);
    if (!ofKind.isEmpty()) {
      GroupKind kind = change.key().kind();
      Instant due = later(now.plus(more.get()), heard.getOrDefault(kind, Instant.MIN));
      heard.put(kind, due);
      queue.at(due, () -> ofKind.forEach(watch -> watch.onChange(change)));
    }
    if (!watchers.isEmpty()) {
      allHeard = later(now.plus(more.get()), allHeard);
      queue.at(allHeard, () -> watchers.forEach(watch -> watch.onChange(change)));
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** Lets {@code watch} hear of objects of {@code kind}, a moment after each commit. */
  public void watch(GroupKind kind, Watch watch) {
    watches.computeIfAbsent(kind, k -> new ArrayList<>()).add(watch);
  }

  /** Lets {@code watch} hear of objects of every kind, a moment after each commit. */
  public void watchAll(Watch watch) {
    watchers.add(watch);
  }

  /** Lets {@code checker} see each commit as it is made, before anything can react to it. */
  public void check(Watch checker) {
    checkers.add(checker);
  }

  /** When anything was last written or removed. */
  public Instant lastChange() {
    return lastChange;
  }
}
