package dev.seaworthy.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values, in the order written. Keys are text, as in JSON. Of a key that is written more
 * than once the last one counts here; the reader tells of the others.
 */
public final class Mapping implements Node {

  public static final Mapping EMPTY = new Mapping(List.of(), Span.NONE);

  /** From this size on a hash index pays; nearly all mappings of manifests are smaller. */
  private static final int INDEXED_FROM = 24;

  private final List<Entry> entries;
  private final Span span;

  /** Made when it is first asked for; threads that race make the same one. */
  private @Nullable Map<String, Node> index;

  /** Entries with distinct keys. */
  public Mapping(List<Entry> entries, Span span) {
    this.entries = List.copyOf(entries);
    this.span = span;
  }

  private Map<String, Node> index() {
    Map<String, Node> made = index;
    if (made == null) {
      Map<String, Node> nodes = new HashMap<>(entries.size() * 2);
      entries.forEach(entry -> nodes.put(entry.key(), entry.value()));
      made = Map.copyOf(nodes);
      index = made;
    }
    return made;
  }

  /** A key with its value and the key's own place. */
  public record Entry(String key, Span keySpan, Node value) {}

  /** A mapping that a program makes; keys and values alternate. */
  public static Mapping of(String key, Node value, Object... more) {
    Map<String, Node> values = new LinkedHashMap<>();
    values.put(key, value);
    for (int i = 0; i < more.length; i += 2) {
      values.put((String) more[i], (Node) more[i + 1]);
    }
    return of(values);
  }

  /** A mapping that a program makes, in the order of {@code values}. */
  public static Mapping of(Map<String, ? extends Node> values) {
    List<Entry> entries = new ArrayList<>(values.size());
    values.forEach((key, value) -> entries.add(new Entry(key, Span.NONE, value)));
    return new Mapping(entries, Span.NONE);
  }

  public static Mapping ofStrings(Map<String, String> values) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    values.forEach((key, value) -> nodes.put(key, Scalar.of(value)));
    return of(nodes);
  }

  @Override
  public Span span() {
    return span;
  }

  @Override
  public List<Entry> entries() {
    return entries;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public boolean isMapping() {
    return true;
  }

  @Override
  public Node get(String key) {
    if (entries.size() >= INDEXED_FROM) {
      return index().getOrDefault(key, Absent.INSTANCE);
    }
    Entry entry = find(key);
    return entry == null ? Absent.INSTANCE : entry.value();
  }

  /** The entry of {@code key}, or null. */
  public @Nullable Entry find(String key) {
    int at = indexOf(key);
    return at < 0 ? null : entries.get(at);
  }

  /** Whether {@code key} is written, if only with {@code null}. */
  public boolean has(String key) {
    return entries.size() >= INDEXED_FROM ? index().containsKey(key) : find(key) != null;
  }

  /** This mapping with {@code key} set: in its place if it is there, else at the end. */
  public Mapping with(String key, Node value) {
    int at = indexOf(key);
    if (at < 0) {
      Entry[] longer = entries.toArray(new Entry[entries.size() + 1]);
      longer[entries.size()] = new Entry(key, Span.NONE, value);
      return new Mapping(List.of(longer), span);
    }
    if (entries.get(at).value() == value) {
      return this;
    }
    Entry[] changed = entries.toArray(new Entry[0]);
    changed[at] = new Entry(entries.get(at).key(), entries.get(at).keySpan(), value);
    return new Mapping(List.of(changed), span);
  }

  private int indexOf(String key) {
    // By index: this is asked so often that an iterator for each time would show.
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** This mapping without {@code key}. */
  public Mapping without(String key) {
    return has(key)
        ? new Mapping(entries.stream().filter(entry -> !entry.key().equals(key)).toList(), span)
        : this;
  }

  /**
   * This mapping with the value at the end of a chain of keys set; mappings on the way are made
   * where they are missing, and what is no mapping is replaced.
   */
  public Mapping withAt(List<String> keys, Node value) {
    String first = keys.get(0);
    if (keys.size() == 1) {
      return with(first, value);
    }
    Mapping inner = get(first) instanceof Mapping mapping ? mapping : EMPTY;
    return with(first, inner.withAt(keys.subList(1, keys.size()), value));
  }

  /** This mapping without the value at the end of a chain of keys. */
  public Mapping withoutAt(List<String> keys) {
    String first = keys.get(0);
    if (keys.size() == 1) {
      return without(first);
    }
    return get(first) instanceof Mapping inner
        ? with(first, inner.withoutAt(keys.subList(1, keys.size())))
        : this;
  }

  /** The entries whose values are strings, as a map in the order written. */
  public Map<String, String> strings() {
    Map<String, String> strings = new LinkedHashMap<>();
    for (Entry entry : entries) {
      entry.value().asString().ifPresent(text -> strings.put(entry.key(), text));
    }
    return strings;
  }

  @Override
  public boolean sameAs(Node other) {
    // Changed copies of a tree share what did not change, so this ends most comparisons.
    if (other == this) {
      return true;
    }
    if (!(other instanceof Mapping mapping)) {
      return false;
    }
    int present = 0;
    for (Entry entry : entries) {
      if (entry.value().isPresent()) {
        present++;
        if (!entry.value().sameAs(mapping.get(entry.key()))) {
          return false;
        }
      }
    }
    return present == mapping.countPresent();
  }

  private int countPresent() {
    int present = 0;
    for (Entry entry : entries) {
      present += entry.value().isPresent() ? 1 : 0;
    }
    return present;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Mapping mapping
            && entries.equals(mapping.entries)
            && span.equals(mapping.span));
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return toJson();
  }
}
