package dev.seaworthy.manifest;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values, in the order written. Keys are text, as in JSON. Of a key that is written more
 * than once the last one counts here; the reader tells of the others.
 */
public final class Mapping extends Node {

  public static final Mapping EMPTY = new Mapping(List.of(), Span.NONE);

  /** From this size on a hash index pays; nearly all mappings of manifests are smaller. */
  private static final int INDEXED_FROM = 24;

  private final Entry[] table;

  /**
   * A bit for each key, by its hash: most questions are about keys that are not there, and this
   * answers nearly all of these.
   */
  private final long keys;

  private final long place;
  private final @Nullable Span wide;

  /** Made when it is first asked for; threads that race make the same one. */
  private @Nullable Map<String, Integer> index;

  /** Entries with distinct keys. */
  public Mapping(List<Entry> entries, Span span) {
    this(entries.toArray(new Entry[0]), span);
  }

  private Mapping(Entry[] table, Span span) {
    this.table = table;
    this.keys = keysOf(table);
    this.place = span.packed();
    this.wide = place == Span.TOO_WIDE ? span : null;
  }

  /** A mapping in the place of {@code other}. */
  private Mapping(Entry[] table, Mapping other) {
    this.table = table;
    this.keys = keysOf(table);
    this.place = other.place;
    this.wide = other.wide;
  }

  private static long keysOf(Entry[] table) {
    long keys = 0;
    for (Entry entry : table) {
      keys |= bit(entry.key);
    }
    return keys;
  }

  private static long bit(String key) {
    return 1L << key.hashCode();
  }

  /** An array as a list that nobody can change. */
  private static final class Entries extends AbstractList<Entry> implements RandomAccess {
    private final Entry[] table;

    private Entries(Entry[] table) {
      this.table = table;
    }

    @Override
    public int size() {
      return table.length;
    }

    @Override
    public Entry get(int index) {
      return table[index];
    }

    @Override
    public Iterator<Entry> iterator() {
      return new Steps(table);
    }
  }

  /** From entry to entry; that of any list looks each time whether somebody has changed it. */
  private static final class Steps implements Iterator<Entry> {
    private final Entry[] table;
    private int at;

    private Steps(Entry[] table) {
      this.table = table;
    }

    @Override
    public boolean hasNext() {
      return at < table.length;
    }

    @Override
    public Entry next() {
      if (at == table.length) {
        throw new NoSuchElementException();
      }
      return table[at++];
    }
  }

  private Map<String, Integer> index() {
    Map<String, Integer> made = index;
    if (made == null) {
      Map<String, Integer> places = new HashMap<>(table.length * 2);
      for (int i = 0; i < table.length; i++) {
        places.put(table[i].key, i);
      }
      made = Map.copyOf(places);
      index = made;
    }
    return made;
  }

  /** The place of {@code key}, or -1; for questions that may come often. */
  private int place(String key) {
    return table.length >= INDEXED_FROM ? index().getOrDefault(key, -1) : indexOf(key);
  }

  /** A key with its value and the key's own place. */
  public static final class Entry {

    private final String key;
    private final Node value;
    private final long keyPlace;
    private final @Nullable Span wideKey;

    public Entry(String key, Span keySpan, Node value) {
      this.key = key;
      this.value = value;
      this.keyPlace = keySpan.packed();
      this.wideKey = keyPlace == Span.TOO_WIDE ? keySpan : null;
    }

    private Entry(Entry other, Node value) {
      this.key = other.key;
      this.value = value;
      this.keyPlace = other.keyPlace;
      this.wideKey = other.wideKey;
    }

    /** The same key, at its place, with another value. */
    public Entry with(Node other) {
      return new Entry(this, other);
    }

    public String key() {
      return key;
    }

    public Span keySpan() {
      return wideKey == null ? Span.unpacked(keyPlace) : wideKey;
    }

    public Node value() {
      return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry entry
          && key.equals(entry.key)
          && keyPlace == entry.keyPlace
          && Objects.equals(wideKey, entry.wideKey)
          && value.equals(entry.value);
    }

    @Override
    public int hashCode() {
      return key.hashCode() * 31 + value.hashCode();
    }
  }

  /** A mapping that a program makes; keys and values alternate. */
  public static Mapping of(String key, Node value, Object... more) {
    Entry[] table = new Entry[1 + more.length / 2];
    table[0] = new Entry(key, Span.NONE, value);
    for (int i = 1; i < table.length; i++) {
      table[i] = new Entry((String) more[2 * i - 2], Span.NONE, (Node) more[2 * i - 1]);
    }
    return new Mapping(table, Span.NONE);
  }

  /** A mapping that a program makes, in the order of {@code values}. */
  public static Mapping of(Map<String, ? extends Node> values) {
    Entry[] table = new Entry[values.size()];
    int at = 0;
    for (Map.Entry<String, ? extends Node> value : values.entrySet()) {
      table[at++] = new Entry(value.getKey(), Span.NONE, value.getValue());
    }
    return new Mapping(table, Span.NONE);
  }

  public static Mapping ofStrings(Map<String, String> values) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    values.forEach((key, value) -> nodes.put(key, Scalar.of(value)));
    return of(nodes);
  }

  @Override
  public Span span() {
    return wide == null ? Span.unpacked(place) : wide;
  }

  @Override
  public List<Entry> entries() {
    return new Entries(table);
  }

  /** The entry at {@code index} of those that {@link #entries} lists, for walks along whole trees. */
  public Entry entry(int index) {
    return table[index];
  }

  /** Other entries, with distinct keys, in the place of this mapping. */
  public Mapping holding(List<Entry> others) {
    return new Mapping(others.toArray(new Entry[0]), this);
  }

  @Override
  public int size() {
    return table.length;
  }

  @Override
  public boolean isMapping() {
    return true;
  }

  @Override
  public Node get(String key) {
    int at = place(key);
    return at < 0 ? Absent.INSTANCE : table[at].value;
  }

  /** The entry of {@code key}, or null. */
  public @Nullable Entry find(String key) {
    int at = place(key);
    return at < 0 ? null : table[at];
  }

  /** Whether {@code key} is written, if only with {@code null}. */
  public boolean has(String key) {
    return place(key) >= 0;
  }

  /** This mapping with {@code key} set: in its place if it is there, else at the end. */
  public Mapping with(String key, Node value) {
    int at = indexOf(key);
    if (at >= 0 && table[at].value == value) {
      return this;
    }
    Entry[] changed = Arrays.copyOf(table, at < 0 ? table.length + 1 : table.length);
    changed[at < 0 ? table.length : at] =
        at < 0 ? new Entry(key, Span.NONE, value) : table[at].with(value);
    return new Mapping(changed, this);
  }

  private int indexOf(String key) {
    // The one place that everything is read through: no calls but those that it must make.
    if ((keys & bit(key)) == 0) {
      return -1;
    }
    // Keys of files are the very texts that programs ask for, see SharedTexts: most are found here.
    for (int i = 0; i < table.length; i++) {
      if (table[i].key == key) {
        return i;
      }
    }
    return indexOfEqual(key);
  }

  private int indexOfEqual(String key) {
    int hash = key.hashCode();
    for (int i = 0; i < table.length; i++) {
      String other = table[i].key;
      if (other.hashCode() == hash && other.equals(key)) {
        return i;
      }
    }
    return -1;
  }

  /** This mapping without {@code key}. */
  public Mapping without(String key) {
    int at = indexOf(key);
    if (at < 0) {
      return this;
    }
    Entry[] fewer = Arrays.copyOf(table, table.length - 1);
    System.arraycopy(table, at + 1, fewer, at, fewer.length - at);
    return new Mapping(fewer, this);
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
    // Those of all objects are kept: no larger than they must be.
    Map<String, String> strings = new LinkedHashMap<>(table.length * 2);
    for (Entry entry : table) {
      if (entry.value.isString()) {
        strings.put(entry.key, entry.value.text());
      }
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
    for (Entry entry : table) {
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
    for (Entry entry : table) {
      present += entry.value().isPresent() ? 1 : 0;
    }
    return present;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Mapping mapping
            && Arrays.equals(table, mapping.table)
            && place == mapping.place
            && Objects.equals(wide, mapping.wide));
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(table);
  }

  @Override
  public String toString() {
    return toJson();
  }
}
