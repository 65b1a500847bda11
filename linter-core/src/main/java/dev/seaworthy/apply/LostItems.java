package dev.seaworthy.apply;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.FieldPath;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a manifest says and {@code kubectl apply} does not bring about: where two items of a list have
 * one merge key, merging loses items.
 */
public final class LostItems {

  /**
   * An item that the merged object does not have as it is written.
   *
   * @param path the item in the manifest
   * @param list the name of the list
   * @param key the field by which its items are told apart
   */
  public record Lost(FieldPath path, String list, String key) {}

  private final List<Lost> lost = new ArrayList<>();

  private LostItems() {}

  /** The items of {@code manifest}, an object of {@code type}, that {@code merged} lacks. */
  public static List<Lost> in(Type.Struct type, Node manifest, Node merged) {
    LostItems search = new LostItems();
    search.struct(type, FieldPath.ROOT, manifest, merged);
    return List.copyOf(search.lost);
  }

  private void struct(Type.Struct type, FieldPath path, Node manifest, Node merged) {
    for (Mapping.Entry entry : manifest.entries()) {
      type.field(entry.key())
          .ifPresent(field ->
              field(field, path.child(entry.key()), entry.value(), merged.get(entry.key())));
    }
  }

  private void field(Field field, FieldPath path, Node manifest, Node merged) {
    if (field.type() instanceof Type.Struct struct) {
      struct(struct, path, manifest, merged);
    } else if (field.type() instanceof Type.ListOf list
        && list.item() instanceof Type.Struct item
        && field.patch().merge()
        && !field.patch().key().isEmpty()) {
      items(new Keyed(item, field), path, manifest, merged);
    }
  }

  private record Keyed(Type.Struct item, Field field) {
    String key() {
      return field.patch().key();
    }

    String keyOf(Node one) {
      return KeyedItems.keyOf(one, key());
    }
  }

  /** Every item of the manifest has to be in the merged list, each in one of its own. */
  private void items(Keyed list, FieldPath path, Node manifest, Node merged) {
    Map<String, List<Node>> there = new HashMap<>();
    for (Node one : merged.items()) {
      there.computeIfAbsent(list.keyOf(one), any -> new ArrayList<>(1)).add(one);
    }
    Map<String, Long> written = manifest.items().stream()
        .collect(Collectors.groupingBy(list::keyOf, Collectors.counting()));
    for (int i = 0; i < manifest.size(); i++) {
      Node wanted = manifest.get(i);
      List<Node> candidates = there.computeIfAbsent(list.keyOf(wanted), any -> new ArrayList<>(0));
      if (candidates.size() == 1 && written.getOrDefault(list.keyOf(wanted), 0L) == 1) {
        struct(list.item(), path.index(i), wanted, candidates.get(0));
      } else if (!candidates.removeIf(one -> isWithin(wanted, one))) {
        lost.add(new Lost(path.index(i), list.field().name(), list.key()));
      }
    }
  }

  /** Whether {@code whole} says everything that {@code part} says. */
  private static boolean isWithin(Node part, Node whole) {
    if (part instanceof Mapping mapping) {
      return mapping.entries().stream()
          .allMatch(entry -> isWithin(entry.value(), whole.get(entry.key())));
    }
    return part.sameAs(whole);
  }
}
