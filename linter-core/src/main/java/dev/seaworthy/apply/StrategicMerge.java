package dev.seaworthy.apply;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Strategic merge patch: as JSON merge patch, but the items of lists for which the type names a key
 * are merged, and {@code $patch} ({@code delete}, {@code replace}), {@code $retainKeys} and {@code
 * $deleteFromPrimitiveList} say otherwise.
 */
public final class StrategicMerge {

  private static final String DIRECTIVE = "$patch";
  private static final String RETAIN = "$retainKeys";
  private static final String REMOVE = "$deleteFromPrimitiveList/";

  private final boolean patchFirst;

  private StrategicMerge(boolean patchFirst) {
    this.patchFirst = patchFirst;
  }

  /** {@code target}, of {@code type}, with the changes of {@code patch}, as an API server makes them. */
  public static Mapping merged(Type.Struct type, Mapping target, Mapping patch) {
    return new StrategicMerge(false).merge(type, target, patch);
  }

  /**
   * As kustomize makes them: of a list that is merged, what the patch names stands first. {@code
   * $retainKeys} is a field as any other to it, which servers refuse.
   */
  public static Mapping mergedFirst(Type.Struct type, Mapping target, Mapping patch) {
    return new StrategicMerge(true).merge(type, target, patch);
  }

  private Mapping merge(Type.Struct type, Mapping target, Mapping patch) {
    Mapping result = patch.get(DIRECTIVE).text().equals("replace") ? Mapping.EMPTY : target;
    for (Mapping.Entry change : patch.entries()) {
      String key = change.key();
      if (key.startsWith(REMOVE)) {
        String list = key.substring(REMOVE.length());
        result = result.with(list, without(result.get(list), change.value()));
      } else if (deletes(result.get(key), change.value())) {
        // What a server empties, kustomize takes away.
        result = patchFirst ? result.without(key) : result.with(key, Mapping.EMPTY);
      } else if (!key.startsWith("$") || key.equals(RETAIN) && patchFirst) {
        result = change.value().isAbsent()
            ? result.without(key)
            : result.with(key, value(type.field(key), result.get(key), change.value()));
      }
    }
    return patchFirst ? result : retained(result, patch.get(RETAIN));
  }

  /** To a server, a field that is not there yet is all that is said of it beside the directive. */
  private boolean deletes(Node target, Node change) {
    return change.get(DIRECTIVE).text().equals("delete") && (patchFirst || target.isMapping());
  }

  private static Mapping retained(Mapping merged, Node keys) {
    Mapping kept = merged;
    for (Mapping.Entry entry : merged.entries()) {
      boolean isKept =
          keys.isAbsent() || keys.items().stream().anyMatch(key -> key.text().equals(entry.key()));
      kept = isKept ? kept : kept.without(entry.key());
    }
    return kept;
  }

  private static Node without(Node list, Node removed) {
    return Sequence.of(list.items().stream()
        .filter(item -> removed.items().stream().noneMatch(item::sameAs))
        .toList());
  }

  private Node value(Optional<Field> field, Node target, Node patch) {
    if (patch instanceof Mapping changes) {
      Type type = field.map(Field::type).orElse(Untyped.INSTANCE);
      return merge(
          type instanceof Type.Struct struct ? struct : Untyped.INSTANCE,
          target instanceof Mapping mapping ? mapping : Mapping.EMPTY,
          changes);
    }
    boolean merges = field.filter(it -> it.patch().merge()).isPresent();
    if (!merges || !(patch instanceof Sequence changes) || !(target instanceof Sequence stored)) {
      return patch;
    }
    String key = field.map(it -> it.patch().key()).orElse("");
    Type type = field.map(Field::type).orElse(Untyped.INSTANCE);
    return type instanceof Type.ListOf list
            && list.item() instanceof Type.Struct item
            && !key.isEmpty()
        ? items(new ItemKeys(item, keys(list, key)), stored, changes)
        : values(stored, changes);
  }

  /** Kustomize tells items apart by all keys of a list: ports also by their protocol. */
  private List<String> keys(Type.ListOf list, String key) {
    return patchFirst && list.mapKeys().contains(key) ? list.mapKeys() : List.of(key);
  }

  private Sequence values(Sequence stored, Sequence changes) {
    List<Node> all = new ArrayList<>((patchFirst ? changes : stored).items());
    for (Node value : (patchFirst ? stored : changes).items()) {
      if (all.stream().noneMatch(value::sameAs)) {
        all.add(value);
      }
    }
    return Sequence.of(all);
  }

  private Sequence items(ItemKeys keys, Sequence stored, Sequence changes) {
    boolean replaces = changes.items().stream()
        .anyMatch(change -> change.get(DIRECTIVE).text().equals("replace") && change.size() == 1);
    List<Node> items = new ArrayList<>(replaces ? List.of() : stored.items());
    for (Node change : changes.items()) {
      String key = keys.of(change);
      String directive = change.get(DIRECTIVE).text();
      if (directive.equals("delete")) {
        items.removeIf(item -> keys.of(item).equals(key));
      } else if (change instanceof Mapping mapping && mapping.without(DIRECTIVE).size() > 0) {
        put(keys, items, key, mapping);
      }
    }
    return Sequence.of(patchFirst ? patchFirst(keys, stored, items, changes) : items);
  }

  /**
   * {@code items} in the order of {@code changes}, and behind them those that it does not name. Where
   * several keys tell them apart, what was there before stays where it was.
   */
  private static List<Node> patchFirst(
      ItemKeys keys, Sequence stored, List<Node> items, Sequence changes) {
    Map<String, Node> rest = new LinkedHashMap<>();
    items.forEach(item -> rest.put(keys.of(item), item));
    Set<String> staying = keys.keys().size() > 1 ? keys.index(stored).keySet() : Set.of();
    List<Node> ordered = new ArrayList<>(items.size());
    for (Node change : changes.items()) {
      String key = keys.of(change);
      Node named = staying.contains(key) ? null : rest.remove(key);
      if (named != null) {
        ordered.add(named);
      }
    }
    ordered.addAll(rest.values());
    return ordered;
  }

  private void put(ItemKeys keys, List<Node> items, String key, Mapping change) {
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Mapping item && keys.of(item).equals(key)) {
        items.set(i, merge(keys.item(), item, change));
        return;
      }
    }
    items.add(merge(keys.item(), Mapping.EMPTY, change));
  }
}
