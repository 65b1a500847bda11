package dev.seaworthy.apply;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Server-side apply for one field manager that forces its way: the object as it is, what the manager
 * applied last, what it applies now. What it no longer applies goes, unless somebody else changed it
 * since; that belongs to them. The list types of the API say what of a list is owned apart.
 */
public final class ServerSideApply {

  private ServerSideApply() {}

  /**
   * The object after the apply.
   *
   * @param type the object's type; {@link Untyped} if nobody described it
   */
  public static Mapping merged(Type.Struct type, Mapping live, Mapping last, Mapping now) {
    return struct(type, live, last, now);
  }

  private static Mapping struct(Type.Struct type, Mapping live, Mapping last, Mapping now) {
    Mapping result = live;
    for (Mapping.Entry entry : last.entries()) {
      if (!now.has(entry.key())) {
        result = withoutOwned(fieldType(type, entry.key()), result, entry);
      }
    }
    for (Mapping.Entry entry : now.entries()) {
      String key = entry.key();
      result = entry.value().isAbsent()
          ? result.without(key)
          : result.with(
              key, value(fieldType(type, key), result.get(key), last.get(key), entry.value()));
    }
    return result;
  }

  private static Type fieldType(Type.Struct type, String key) {
    return type.field(key).map(Field::type).orElse(Untyped.INSTANCE);
  }

  private static Node value(Type type, Node live, Node last, Node now) {
    if (now instanceof Mapping applied && live instanceof Mapping stored) {
      Mapping before = last instanceof Mapping mapping ? mapping : Mapping.EMPTY;
      return isAtomic(type) ? applied : struct(inside(type), stored, before, applied);
    }
    if (now instanceof Sequence applied && live instanceof Sequence stored) {
      return list(type, stored, last, applied);
    }
    return now;
  }

  private static boolean isAtomic(Type type) {
    return type instanceof Type.Struct struct && struct.atomic();
  }

  /** The type of a struct; the values of a map are merged as what nobody described. */
  private static Type.Struct inside(Type type) {
    return type instanceof Type.Struct struct ? struct : Untyped.INSTANCE;
  }

  private static Mapping withoutOwned(Type type, Mapping live, Mapping.Entry owned) {
    Node value = live.get(owned.key());
    if (isDescribed(type) && holds(value, owned.value())) {
      // A struct that nobody owns any longer goes with what the server has filled in.
      return live.without(owned.key());
    }
    if (value instanceof Mapping stored
        && owned.value() instanceof Mapping before
        && !isAtomic(type)) {
      Mapping rest = struct(inside(type), stored, before, Mapping.EMPTY);
      return rest.size() == 0 ? live.without(owned.key()) : live.with(owned.key(), rest);
    }
    if (value instanceof Sequence stored && owned.value() instanceof Sequence before) {
      Node rest = list(type, stored, before, Sequence.EMPTY);
      return rest.size() == 0 ? live.without(owned.key()) : live.with(owned.key(), rest);
    }
    return value.sameAs(owned.value()) ? live.without(owned.key()) : live;
  }

  private static boolean isDescribed(Type type) {
    return type instanceof Type.Struct struct && struct != Untyped.INSTANCE;
  }

  /** Whether all that was applied is as it was, whatever else there is. */
  private static boolean holds(Node live, Node applied) {
    if (applied instanceof Mapping mapping) {
      return mapping.entries().stream()
          .allMatch(entry -> holds(live.get(entry.key()), entry.value()));
    }
    if (applied instanceof Sequence list) {
      return list.items().stream()
          .allMatch(item -> live.items().stream().anyMatch(stored -> holds(stored, item)));
    }
    return live.sameAs(applied);
  }

  private static Sequence list(Type type, Sequence live, Node last, Sequence now) {
    if (!(type instanceof Type.ListOf list)) {
      return now;
    }
    return switch (list.kind()) {
      case ATOMIC -> now;
      case SET -> set(live, last, now);
      case MAP ->
        list.item() instanceof Type.Struct item
            ? map(new ItemKeys(item, list.mapKeys()), live, last, now)
            : now;
    };
  }

  private static Sequence set(Sequence live, Node last, Sequence now) {
    Map<String, Node> wanted = byText(now);
    Map<String, Node> kept = byText(live);
    byText(last).keySet().stream().filter(key -> !wanted.containsKey(key)).forEach(kept::remove);
    List<Node> items = new ArrayList<>();
    for (String key : order(kept, wanted)) {
      items.add(wanted.containsKey(key) ? wanted.get(key) : kept.get(key));
    }
    return Sequence.of(items);
  }

  private static Map<String, Node> byText(Node list) {
    Map<String, Node> items = new LinkedHashMap<>();
    list.items().forEach(item -> items.put(item.toJson(), item));
    return items;
  }

  private static List<String> order(Map<String, Node> stored, Map<String, Node> applied) {
    return MergeOrder.of(List.copyOf(stored.keySet()), List.copyOf(applied.keySet()));
  }

  private static Sequence map(ItemKeys keys, Sequence live, Node last, Sequence now) {
    Map<String, Node> before = keys.index(last);
    Map<String, Node> wanted = keys.index(now);
    Map<String, Node> kept = keys.index(live);
    before.keySet().stream().filter(key -> !wanted.containsKey(key)).forEach(kept::remove);
    List<Node> items = new ArrayList<>();
    for (String key : order(kept, wanted)) {
      Node stored = kept.getOrDefault(key, Absent.INSTANCE);
      Node item = wanted.get(key);
      items.add(
          item == null
              ? stored
              : value(keys.item(), stored, before.getOrDefault(key, Absent.INSTANCE), item));
    }
    return Sequence.of(items);
  }
}
