package dev.seaworthy.lint.check;

import java.util.Comparator;
import java.util.List;

/** In which order keys of a mapping are to stand. */
enum KeyOrder {
  /** The head of an object as everybody writes it, names first in lists, the rest by alphabet. */
  KUBERNETES(List.of("apiVersion", "kind", "metadata", "spec"), List.of("name")),
  ALPHABETICAL(List.of(), List.of());

  private final Comparator<String> ofRoot;
  private final Comparator<String> ofItem;

  KeyOrder(List<String> head, List<String> headOfItem) {
    this.ofRoot = first(head);
    this.ofItem = first(headOfItem);
  }

  static KeyOrder of(String word) {
    return word.equals("alphabetical") ? ALPHABETICAL : KUBERNETES;
  }

  /** Of an object's own keys. */
  Comparator<String> ofRoot() {
    return ofRoot;
  }

  /** Of a mapping that is an item of a list. */
  Comparator<String> ofItem() {
    return ofItem;
  }

  Comparator<String> ofOthers() {
    return Comparator.naturalOrder();
  }

  private static Comparator<String> first(List<String> keys) {
    return Comparator.comparingInt((String key) -> place(key, keys))
        .thenComparing(Comparator.naturalOrder());
  }

  private static int place(String key, List<String> keys) {
    int place = keys.indexOf(key);
    return place < 0 ? keys.size() : place;
  }
}
