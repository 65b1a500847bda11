package dev.seaworthy.simulate.server;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Three-way merge of server-side apply for one field manager: the object as it is, what was applied
 * last, what is applied now. A value that somebody else changed since belongs to them and stays.
 */
final class ServerSideApply {

  private ServerSideApply() {}

  static Mapping merged(Mapping live, Mapping last, Mapping now) {
    return mappings(live, last, now);
  }

  private static Node values(String field, Node live, Node last, Node now) {
    if (now instanceof Mapping applied && live instanceof Mapping stored) {
      return mappings(stored, last instanceof Mapping before ? before : Mapping.EMPTY, applied);
    }
    if (now instanceof Sequence applied && live instanceof Sequence stored) {
      List<String> keys = MergeKeys.of(field, applied);
      return keys.isEmpty() ? applied : lists(keys, stored, last, applied);
    }
    return now;
  }

  private static Mapping mappings(Mapping live, Mapping last, Mapping now) {
    Mapping result = live;
    for (Mapping.Entry entry : last.entries()) {
      if (!now.has(entry.key())) {
        result = withoutOwned(result, entry);
      }
    }
    for (Mapping.Entry entry : now.entries()) {
      String key = entry.key();
      result = entry.value().isAbsent()
          ? result.without(key)
          : result.with(key, values(key, result.get(key), last.get(key), entry.value()));
    }
    return result;
  }

  private static Mapping withoutOwned(Mapping live, Mapping.Entry owned) {
    Node value = live.get(owned.key());
    if (value instanceof Mapping stored && owned.value() instanceof Mapping before) {
      Mapping rest = mappings(stored, before, Mapping.EMPTY);
      return rest.size() == 0 ? live.without(owned.key()) : live.with(owned.key(), rest);
    }
    if (value instanceof Sequence stored && owned.value() instanceof Sequence before) {
      List<String> keys = MergeKeys.of(owned.key(), before);
      Sequence rest = keys.isEmpty() ? Sequence.EMPTY : lists(keys, stored, before, Sequence.EMPTY);
      return rest.size() == 0 ? live.without(owned.key()) : live.with(owned.key(), rest);
    }
    return value.sameAs(owned.value()) ? live.without(owned.key()) : live;
  }

  private static Sequence lists(List<String> keys, Sequence live, Node last, Sequence now) {
    Map<String, Node> before = byKey(keys, last);
    Map<String, Node> wanted = byKey(keys, now);
    Map<String, Node> stored = byKey(keys, live);
    List<Node> result = new ArrayList<>();
    wanted.forEach((key, item) -> result.add(values(
        "",
        stored.getOrDefault(key, Absent.INSTANCE),
        before.getOrDefault(key, Absent.INSTANCE),
        item)));
    stored.forEach((key, item) -> {
      if (!wanted.containsKey(key) && !before.containsKey(key)) {
        result.add(item);
      }
    });
    return Sequence.of(result);
  }

  private static Map<String, Node> byKey(List<String> keys, Node list) {
    Map<String, Node> items = new LinkedHashMap<>();
    for (Node item : list.items()) {
      items.put(MergeKeys.keyOf(item, keys), item);
    }
    return items;
  }
}
