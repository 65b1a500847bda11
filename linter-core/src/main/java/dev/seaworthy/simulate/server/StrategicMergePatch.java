package dev.seaworthy.simulate.server;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Strategic merge patch: as JSON merge patch, but the items of lists that have keys are merged, and
 * {@code $patch: delete} or {@code replace} say otherwise.
 */
public final class StrategicMergePatch {

  private static final String DIRECTIVE = "$patch";

  private StrategicMergePatch() {}

  public static Node merged(Node target, Node patch) {
    return merged("", target, patch);
  }

  private static Node merged(String field, Node target, Node patch) {
    if (patch instanceof Mapping changes) {
      return mapping(target instanceof Mapping mapping ? mapping : Mapping.EMPTY, changes);
    }
    if (patch instanceof Sequence changes && target instanceof Sequence stored) {
      List<String> keys = MergeKeys.of(field, changes);
      return keys.isEmpty() ? changes : list(stored, changes, keys);
    }
    return patch;
  }

  private static Mapping mapping(Mapping target, Mapping patch) {
    Mapping result = patch.get(DIRECTIVE).text().equals("replace") ? Mapping.EMPTY : target;
    for (Mapping.Entry change : patch.without(DIRECTIVE).entries()) {
      String key = change.key();
      result = change.value().isAbsent()
          ? result.without(key)
          : result.with(key, merged(key, result.get(key), change.value()));
    }
    return result;
  }

  private static Sequence list(Sequence target, Sequence patch, List<String> keys) {
    List<Node> items = new ArrayList<>(target.items());
    for (Node change : patch.items()) {
      String key = MergeKeys.keyOf(change, keys);
      int at = indexOf(items, key, keys);
      if (change.get(DIRECTIVE).text().equals("delete")) {
        items.removeIf(item -> MergeKeys.keyOf(item, keys).equals(key));
      } else if (at < 0) {
        items.add(merged("", Mapping.EMPTY, change));
      } else {
        items.set(at, merged("", items.get(at), change));
      }
    }
    return Sequence.of(items);
  }

  private static int indexOf(List<Node> items, String key, List<String> keys) {
    for (int i = 0; i < items.size(); i++) {
      if (MergeKeys.keyOf(items.get(i), keys).equals(key)) {
        return i;
      }
    }
    return -1;
  }
}
