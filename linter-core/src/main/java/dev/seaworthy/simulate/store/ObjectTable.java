package dev.seaworthy.simulate.store;

import dev.seaworthy.api.ObjectKey;
import dev.seaworthy.api.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Objects with the indices that look-ups go through: by kind, by namespace, by label, by owner, by
 * node, by what they select. Every list is in the order of creation, and a view, not a copy.
 */
final class ObjectTable {

  private final Map<ObjectKey, Slot> rows = new HashMap<>();
  private final Map<IndexTerm, Bucket> index = new HashMap<>();
  private final Bucket.Visits visits = new Bucket.Visits();
  private long created;

  @Nullable
  Resource get(ObjectKey key) {
    Slot row = rows.get(key);
    return row == null ? null : row.object;
  }

  void put(ObjectKey key, Resource object) {
    Slot known = rows.get(key);
    if (known == null) {
      Slot row = new Slot(created++, object);
      rows.put(key, row);
      enter(row, IndexTerm.of(key, object));
      return;
    }
    boolean sameTerms = IndexTerm.areSame(known.object, object);
    known.object = object;
    if (!sameTerms) {
      enter(known, IndexTerm.of(key, object));
    }
  }

  void remove(ObjectKey key) {
    Slot row = rows.remove(key);
    if (row != null) {
      row.buckets.forEach(bucket -> leave(row, bucket));
    }
  }

  /** Sees that {@code row} is in the buckets of {@code terms} and in no others. */
  private void enter(Slot row, Set<IndexTerm> terms) {
    Set<IndexTerm> present = new HashSet<>();
    for (Bucket bucket : row.buckets) {
      present.add(bucket.term());
      if (!terms.contains(bucket.term())) {
        leave(row, bucket);
      }
    }
    List<Bucket> buckets = new ArrayList<>(terms.size());
    for (IndexTerm term : terms) {
      Bucket bucket = index.computeIfAbsent(term, it -> new Bucket(it, visits));
      if (!present.contains(term)) {
        bucket.add(row);
      }
      buckets.add(bucket);
    }
    row.buckets = List.copyOf(buckets);
  }

  private void leave(Slot row, Bucket bucket) {
    if (bucket.remove(row)) {
      index.remove(bucket.term());
    }
  }

  /** The object's place in the order of creation, from 0. */
  Optional<Long> order(ObjectKey key) {
    return Optional.ofNullable(rows.get(key)).map(row -> row.order);
  }

  List<Resource> find(IndexTerm term) {
    Bucket bucket = index.get(term);
    return bucket == null ? List.of() : bucket;
  }

  /** How many objects walks through lists have met so far. */
  long visits() {
    return visits.count;
  }

  /** All objects; for what looks at everything by its nature, such as the deletion of a namespace. */
  Collection<Resource> all() {
    visits.count += rows.size();
    return rows.values().stream()
        .sorted(Comparator.comparingLong(row -> row.order))
        .map(row -> row.object)
        .toList();
  }
}
