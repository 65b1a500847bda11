package dev.seaworthy.apply;

import dev.seaworthy.api.Field;
import dev.seaworthy.api.Type;
import dev.seaworthy.manifest.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What tells the items of a list apart. A key that an item leaves out counts as the default that the
 * type gives it: a port without a protocol is one of TCP.
 */
record ItemKeys(Type.Struct item, List<String> keys) {

  /** The values of the keys, in one text. */
  String of(Node value) {
    StringBuilder text = new StringBuilder();
    for (String key : keys) {
      Node part = value.get(key);
      text.append(part.isAbsent() ? defaultOf(key) : part.toJson()).append('\n');
    }
    return text.toString();
  }

  private String defaultOf(String key) {
    return item.field(key).flatMap(Field::zero).orElse("");
  }

  /** The items of {@code list} by their keys, in its order. */
  Map<String, Node> index(Node list) {
    Map<String, Node> items = new LinkedHashMap<>();
    for (Node value : list.items()) {
      items.put(of(value), value);
    }
    return items;
  }
}
