package dev.seaworthy.apply;

import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON merge patch (RFC 7386): mappings merge, {@code null} removes, all else replaces. */
public final class MergePatch {

  private MergePatch() {}

  public static Node merged(Node target, Node patch) {
    if (!(patch instanceof Mapping changes)) {
      return patch;
    }
    Mapping result = target instanceof Mapping mapping ? mapping : Mapping.EMPTY;
    for (Mapping.Entry change : changes.entries()) {
      result = change.value().isAbsent()
          ? result.without(change.key())
          : result.with(change.key(), merged(result.get(change.key()), change.value()));
    }
    return result;
  }

  /** {@code node} without the entries that are {@code null}, at any depth of mappings. */
  public static Node withoutNulls(Node node) {
    if (!(node instanceof Mapping mapping)) {
      return node;
    }
    Map<String, Node> kept = new LinkedHashMap<>();
    for (Mapping.Entry entry : mapping.entries()) {
      if (entry.value().isPresent()) {
        kept.put(entry.key(), withoutNulls(entry.value()));
      }
    }
    return Mapping.of(kept);
  }
}
