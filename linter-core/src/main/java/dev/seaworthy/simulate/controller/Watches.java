package dev.seaworthy.simulate.controller;

import dev.seaworthy.api.GroupKind;
import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.simulate.store.Change;
import dev.seaworthy.simulate.store.ClusterView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Which changes concern a reconciler, and which of its objects each one concerns. Immutable. */
public final class Watches {

  /** Finds the objects to look at again after a change. */
  @FunctionalInterface
  public interface Route {
    Stream<ObjectKey> keys(Change change, ClusterView view);
  }

  /**
   * A route.
   *
   * @param kind whose changes it is about; empty for all
   * @param delay how long after a change those whom it concerns are looked at, if it says so
   */
  record Entry(Optional<GroupKind> kind, Route route, Optional<Duration> delay) {}

  private final GroupKind subject;
  private final List<Entry> entries;

  private Watches(GroupKind subject, List<Entry> entries) {
    this.subject = subject;
    this.entries = entries;
  }

  /** The objects of {@code subject} themselves. */
  public static Watches of(GroupKind subject) {
    return of(subject, (change, view) -> Stream.of(change.key()));
  }

  /** Those of the objects of {@code subject} that {@code route} leads to. */
  public static Watches of(GroupKind subject, Route route) {
    return new Watches(subject, List.of()).and(subject, route);
  }

  /** Also the objects of {@code kind} that a subject controls: before and after the change. */
  public Watches owning(GroupKind kind) {
    return owning(kind, change -> true);
  }

  /** The same, of those changes only that {@code news} says are worth it. */
  public Watches owning(GroupKind kind, Predicate<Change> news) {
    return and(kind, (change, view) -> {
      if (!news.test(change)) {
        return Stream.empty();
      }
      Optional<ObjectKey> after = change.after().flatMap(this::controller);
      Optional<ObjectKey> before = change.before().flatMap(this::controller);
      return before.equals(after) ? after.stream() : Stream.concat(before.stream(), after.stream());
    });
  }

  private Optional<ObjectKey> controller(Resource object) {
    for (Node owner : object.at("metadata", "ownerReferences").items()) {
      if (owner.get("controller").isTrue() && owner.get("kind").text().equals(subject.kind())) {
        return Optional.of(
            new ObjectKey(subject, object.namespace(), owner.get("name").text()));
      }
    }
    return Optional.empty();
  }

  /** Also objects of {@code kind}; {@code route} says whom they concern. */
  public Watches and(GroupKind kind, Route route) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(Optional.of(kind), route, Optional.empty()));
    return new Watches(subject, List.copyOf(more));
  }

  /** Also objects of all kinds; {@code route} says whom they concern. */
  public Watches andEverything(Route route) {
    List<Entry> more = new ArrayList<>(entries);
    more.add(new Entry(Optional.empty(), route, Optional.empty()));
    return new Watches(subject, List.copyOf(more));
  }

  /** Also what {@code those} are about, but looked at only {@code delay} after a change. */
  public Watches later(Duration delay, Watches those) {
    List<Entry> more = new ArrayList<>(entries);
    those.entries.forEach(
        entry -> more.add(new Entry(entry.kind(), entry.route(), Optional.of(delay))));
    return new Watches(subject, List.copyOf(more));
  }

  /** The kind whose objects the reconciler looks after. */
  public GroupKind subject() {
    return subject;
  }

  List<Entry> entries() {
    return entries;
  }
}
