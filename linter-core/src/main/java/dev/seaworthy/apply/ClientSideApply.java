package dev.seaworthy.apply;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code kubectl apply} sends: the live object with what the manifest says, without what only
 * the manifest before it said. Lists merge item by item where the type names a key for that; others
 * are replaced as a whole. Mirrors the three-way strategic merge patch.
 */
public final class ClientSideApply {

  private ClientSideApply() {}

  public static Mapping merge(Type.Struct type, Node before, Mapping manifest, Mapping live) {
    Mapping merged = live;
    for (Mapping.Entry entry : before.entries()) {
      if (!manifest.has(entry.key())) {
        merged = merged.without(entry.key());
      }
    }
    for (Mapping.Entry entry : manifest.entries()) {
      String key = entry.key();
      if (entry.value().isAbsent()) {
        merged = merged.without(key);
        continue;
      }
      Optional<Field> field = type.field(key);
      Node value = field
          .map(known -> merge(known, before.get(key), entry.value(), live.get(key)))
          .orElse(entry.value());
      merged = put(merged, entry, value);
    }
    return merged;
  }

  /** Keeps the place of the key that the manifest has. */
  private static Mapping put(Mapping mapping, Mapping.Entry written, Node value) {
    List<Mapping.Entry> entries = new ArrayList<>(mapping.entries());
    Mapping.Entry placed = new Mapping.Entry(written.key(), written.keySpan(), value);
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().equals(written.key())) {
        entries.set(i, placed);
        return new Mapping(entries, mapping.span());
      }
    }
    entries.add(placed);
    return new Mapping(entries, mapping.span());
  }

  private static Node merge(Field field, Node before, Node manifest, Node live) {
    if (field.type() instanceof Type.Struct struct
        && manifest instanceof Mapping wanted
        && live instanceof Mapping there) {
      return field.patch().retainKeys()
          ? retain(merge(struct, before, wanted, there), wanted)
          : merge(struct, before, wanted, there);
    }
    if (field.type() instanceof Type.MapOf
        && manifest instanceof Mapping wanted
        && live instanceof Mapping there) {
      return mergeMap(before, wanted, there);
    }
    if (field.type() instanceof Type.ListOf list
        && field.patch().merge()
        && live.isSequence()
        && manifest.isSequence()) {
      return list.item() instanceof Type.Struct item && !field.patch().key().isEmpty()
          ? new Sequence(
              new KeyedItems(item, field.patch().key()).merged(before, manifest, live),
              manifest.span())
          : mergeValues(before, manifest, live);
    }
    return manifest;
  }

  private static Mapping retain(Mapping merged, Mapping wanted) {
    Mapping kept = merged;
    for (Mapping.Entry entry : merged.entries()) {
      if (!wanted.has(entry.key())) {
        kept = kept.without(entry.key());
      }
    }
    return kept;
  }

  private static Mapping mergeMap(Node before, Mapping wanted, Mapping live) {
    Mapping merged = live;
    for (Mapping.Entry entry : before.entries()) {
      if (!wanted.has(entry.key())) {
        merged = merged.without(entry.key());
      }
    }
    for (Mapping.Entry entry : wanted.entries()) {
      merged = put(merged, entry, entry.value());
    }
    return merged;
  }

  private static Node mergeValues(Node before, Node manifest, Node live) {
    List<Node> items = new ArrayList<>(manifest.items());
    for (Node there : live.items()) {
      boolean known = contains(before, there) || contains(manifest, there);
      if (!known) {
        items.add(there);
      }
    }
    return new Sequence(items, manifest.span());
  }

  private static boolean contains(Node list, Node value) {
    return list.items().stream().anyMatch(item -> item.sameAs(value));
  }
}
