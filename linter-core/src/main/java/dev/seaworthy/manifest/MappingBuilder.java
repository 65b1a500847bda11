package dev.seaworthy.manifest;

import dev.seaworthy.manifest.Document.DuplicateKey;
import dev.seaworthy.manifest.ScalarResolver.Resolved.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects the entries of one mapping as Go fills a map: of equal keys the later one counts. Keys of
 * different types ({@code 1} and {@code "1"}) are different keys in YAML, yet the same in JSON.
 */
final class MappingBuilder {

  /** Up to here comparing each key with all others is faster than hashing. */
  private static final int HASHED_FROM = 10;

  private final List<Mapping.Entry> entries = new ArrayList<>(6);
  private @Nullable List<Type> types;
  private @Nullable Map<String, Integer> index;
  private @Nullable List<Repeated> repeated;

  /** The keys that {@code <<} has brought. */
  private @Nullable Set<String> merged;

  /**
   * A key that this mapping had already.
   *
   * @param overMerged whether the earlier one came by a merge, which is there to be overridden
   */
  record Repeated(String key, Span span, Span first, boolean overMerged) {}

  void put(String key, Span keySpan, Node value) {
    put(key, Type.TEXT, keySpan, value);
  }

  void put(String key, Type type, Span keySpan, Node value) {
    int at = indexOf(key);
    if (at < 0) {
      add(new Mapping.Entry(key, keySpan, value), type);
      return;
    }
    if (typeOf(at) == type) {
      boolean overMerged = merged != null && merged.remove(key);
      repeat(new Repeated(key, keySpan, entries.get(at).keySpan(), overMerged));
    }
    entries.set(at, new Mapping.Entry(key, keySpan, value));
  }

  /** Takes over what {@code <<} brings; it wins over what is written before it, as in Go. */
  void merge(Mapping other, Span mergeSpan) {
    merged = merged == null ? new HashSet<>() : merged;
    for (Mapping.Entry entry : other.entries()) {
      merged.add(entry.key());
      int at = indexOf(entry.key());
      if (at < 0) {
        add(entry, Type.TEXT);
      } else {
        repeat(new Repeated(entry.key(), mergeSpan, entries.get(at).keySpan(), false));
        entries.set(at, entry);
      }
    }
  }

  List<Repeated> repeated() {
    return repeated == null ? List.of() : repeated;
  }

  List<Mapping.Entry> entries() {
    return entries;
  }

  Mapping build(Span span) {
    return new Mapping(entries, span);
  }

  private int indexOf(String key) {
    if (index != null) {
      return index.getOrDefault(key, -1);
    }
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private void add(Mapping.Entry entry, Type type) {
    if (type != Type.TEXT || types != null) {
      rememberType(type);
    }
    entries.add(entry);
    if (index != null) {
      index.put(entry.key(), entries.size() - 1);
    } else if (entries.size() == HASHED_FROM) {
      index = new HashMap<>();
      for (int i = 0; i < entries.size(); i++) {
        index.put(entries.get(i).key(), i);
      }
    }
  }

  // Nearly all keys are text, so that types are kept only from the first other one on.
  private void rememberType(Type type) {
    if (types == null) {
      types = new ArrayList<>();
    }
    while (types.size() < entries.size()) {
      types.add(Type.TEXT);
    }
    types.add(type);
  }

  private Type typeOf(int at) {
    return types == null || at >= types.size() ? Type.TEXT : types.get(at);
  }

  private void repeat(Repeated key) {
    if (repeated == null) {
      repeated = new ArrayList<>();
    }
    if (repeated.size() < DuplicateKey.MOST_OF_A_MAPPING) {
      repeated.add(key);
    }
  }
}
