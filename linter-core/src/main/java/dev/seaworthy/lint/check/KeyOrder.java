package dev.seaworthy.lint.check;

import java.util.Comparator;
import java.util.List;

/** In which order keys of a mapping are to stand. */
enum KeyOrder {
  /** The head of an object as everybody writes it, names first in lists, the rest by alphabet. */
  KUBERNETES(List.of("apiVersion", "kind", "metadata", "spec"), List.of("name")),
  ALPHABETICAL(List.of(), List.of());

  private final List<String> head;
  private final List<String> headOfItem;

  KeyOrder(List<String> head, List<String> headOfItem) {
    this.head = head;
    this.headOfItem = headOfItem;
  }

  static KeyOrder of(String word) {
    return word.equals("alphabetical") ? ALPHABETICAL : KUBERNETES;
  }

  /** Of an object's own keys. */
  Comparator<String> ofRoot() {
    return first(head);
  }

  /** Of a mapping that is an item of a list. */
  Comparator<String> ofItem() {
    return first(headOfItem);
  }

  Comparator<String> ofOthers() {
    return Comparator.naturalOrder();
  }

  private static Comparator<String> first(List<String> keys) {
    return Comparator.comparingInt(
            (String key) -> keys.contains(key) ? keys.indexOf(key) : keys.size())
        .thenComparing(Comparator.naturalOrder());
  }
}
