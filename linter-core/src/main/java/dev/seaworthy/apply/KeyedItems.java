package dev.seaworthy.apply;

import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Items of a list that {@code kubectl apply} tells apart by one field, which may be the same in two of
 * them: a port for TCP and one for UDP. Which of the two is meant then is decided as strategic merge
 * patches do it. The lists are sorted by that field and gone through side by side; what the manifest
 * before had beyond the one of now is deleted, together with every item that has the same key; an
 * item that the live list lacks changes the first one of its key.
 */
final class KeyedItems {

  private final Type.Struct item;
  private final String key;

  KeyedItems(Type.Struct item, String key) {
    this.item = item;
    this.key = key;
  }

  /** An item of each of two lists, or of one alone. */
  private record Pair(Optional<Node> left, Optional<Node> right) {}

  /** The manifest's items in its order, then those of the live list that nobody asked to remove. */
  List<Node> merged(Node before, Node manifest, Node live) {
    Map<Node, Node> earlier = new IdentityHashMap<>();
    Set<String> removed = new HashSet<>();
    for (Pair pair : pairs(before, manifest)) {
      Optional<Node> left = pair.left();
      pair.right()
          .ifPresentOrElse(
              now -> left.ifPresent(then -> earlier.put(now, then)),
              () -> left.ifPresent(then -> removed.add(keyOf(then))));
    }
    Map<String, List<Node>> items = inOrder(manifest, live);
    for (Pair pair : pairs(live, manifest)) {
      pair.right()
          .ifPresent(now -> change(
              items.computeIfAbsent(keyOf(now), any -> new ArrayList<>(1)),
              pair.left(),
              now,
              earlier.getOrDefault(now, Mapping.EMPTY)));
    }
    items.keySet().removeAll(removed);
    return items.values().stream().flatMap(List::stream).toList();
  }

  /** The live items by their keys; those of the manifest come first. */
  private Map<String, List<Node>> inOrder(Node manifest, Node live) {
    Map<String, List<Node>> items = new LinkedHashMap<>();
    manifest.items().forEach(one -> items.put(keyOf(one), new ArrayList<>(1)));
    live.items()
        .forEach(
            one -> items.computeIfAbsent(keyOf(one), any -> new ArrayList<>(1)).add(one));
    return items;
  }

  /** Changes the first of the items of one key, or makes it. */
  private void change(List<Node> items, Optional<Node> live, Node wanted, Node before) {
    if (items.isEmpty()) {
      items.add(wanted);
    } else if (wanted instanceof Mapping now && items.get(0) instanceof Mapping there) {
      boolean isItself = live.filter(one -> one == there).isPresent();
      items.set(
          0,
          isItself
              ? ClientSideApply.merge(item, before, now, there)
              : ClientSideApply.merge(item, Mapping.EMPTY, changes(now, live), there));
    }
  }

  /** What {@code wanted} says otherwise than the item of the live list that it is compared with. */
  private static Mapping changes(Mapping wanted, Optional<Node> live) {
    Mapping changes = wanted;
    for (Mapping.Entry entry : wanted.entries()) {
      boolean isSame =
          live.filter(one -> one.get(entry.key()).sameAs(entry.value())).isPresent();
      changes = isSame ? changes.without(entry.key()) : changes;
    }
    return changes;
  }

  /** Both lists, sorted by the key, side by side. */
  private List<Pair> pairs(Node left, Node right) {
    List<Node> lefts = sorted(left);
    List<Node> rights = sorted(right);
    List<Pair> pairs = new ArrayList<>();
    int l = 0;
    int r = 0;
    while (l < lefts.size() || r < rights.size()) {
      int order = order(lefts, l, rights, r);
      pairs.add(new Pair(
          order <= 0 ? Optional.of(lefts.get(l)) : Optional.empty(),
          order >= 0 ? Optional.of(rights.get(r)) : Optional.empty()));
      l += order <= 0 ? 1 : 0;
      r += order >= 0 ? 1 : 0;
    }
    return pairs;
  }

  private int order(List<Node> lefts, int l, List<Node> rights, int r) {
    if (l == lefts.size()) {
      return 1;
    }
    return r == rights.size() ? -1 : keyOf(lefts.get(l)).compareTo(keyOf(rights.get(r)));
  }

  private List<Node> sorted(Node list) {
    return list.items().stream().sorted(Comparator.comparing(this::keyOf)).toList();
  }

  private String keyOf(Node one) {
    return keyOf(one, key);
  }

  /** The value of {@code key} in an item, which may be text or a number. */
  static String keyOf(Node item, String key) {
    return item.get(key) instanceof Scalar scalar ? scalar.value() : "";
  }
}
