package dev.seaworthy.simulate.impact;

import dev.seaworthy.api.Resource;
import dev.seaworthy.diagnostic.Shortened;
import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Scalar;
import dev.seaworthy.simulate.store.Kinds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the fields in which two versions of an object differ, as far as people decide them. */
public final class FieldDifferences {

  /** What the server writes, and what nobody applies. */
  private static final Set<String> OF_SERVER = Set.of(
      "status",
      "metadata.resourceVersion",
      "metadata.generation",
      "metadata.uid",
      "metadata.creationTimestamp",
      "metadata.managedFields");

  /** Nobody reads more of one object. */
  private static final int MOST = 40;

  private static final int LONGEST = 80;

  private final List<FieldChange> changes = new ArrayList<>();
  private final boolean isSecret;

  private FieldDifferences(boolean isSecret) {
    this.isSecret = isSecret;
  }

  /** The differences, in the order of the new version; values of Secrets are not told. */
  public static List<FieldChange> between(Resource before, Resource after) {
    FieldDifferences found = new FieldDifferences(after.groupKind().equals(Kinds.SECRET));
    found.compare("", before.root(), after.root());
    return found.changes;
  }

  private void compare(String path, Node before, Node after) {
    if (changes.size() >= MOST || OF_SERVER.contains(path) || before.sameAs(after)) {
      return;
    }
    if (before.isMapping() && after.isMapping()) {
      maps(path, before, after);
    } else if (before.isSequence() && after.isSequence()) {
      lists(path, before, after);
    } else {
      changes.add(new FieldChange(path, text(path, before), text(path, after)));
    }
  }

  private void maps(String path, Node before, Node after) {
    for (Mapping.Entry entry : after.entries()) {
      compare(child(path, entry.key()), before.get(entry.key()), entry.value());
    }
    for (Mapping.Entry entry : before.entries()) {
      if (after.get(entry.key()).isAbsent()) {
        compare(child(path, entry.key()), entry.value(), Absent.INSTANCE);
      }
    }
  }

  private static String child(String path, String key) {
    boolean isPlain = key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    return isPlain ? path.isEmpty() ? key : path + "." + key : path + "[" + key + "]";
  }

  private void lists(String path, Node before, Node after) {
    Map<String, Node> old = byName(before);
    Map<String, Node> now = byName(after);
    now.forEach((name, item) ->
        compare(path + "[" + name + "]", old.getOrDefault(name, Absent.INSTANCE), item));
    old.forEach((name, item) -> {
      if (!now.containsKey(name)) {
        compare(path + "[" + name + "]", item, Absent.INSTANCE);
      }
    });
  }

  /** The items by their names where all have one of their own, otherwise by their places. */
  private static Map<String, Node> byName(Node list) {
    Map<String, Node> items = new LinkedHashMap<>();
    for (Node item : list.items()) {
      items.put(item.get("name").text(), item);
    }
    if (items.size() == list.size() && !items.containsKey("")) {
      return items;
    }
    items.clear();
    for (int i = 0; i < list.size(); i++) {
      items.put(Integer.toString(i), list.get(i));
    }
    return items;
  }

  private String text(String path, Node value) {
    if (value.isAbsent()) {
      return "";
    }
    if (isSecret && (path.startsWith("data") || path.startsWith("stringData"))) {
      return "(secret)";
    }
    String text = value instanceof Scalar scalar ? scalar.value() : value.toJson();
    return Shortened.toLine(text, LONGEST);
  }
}
