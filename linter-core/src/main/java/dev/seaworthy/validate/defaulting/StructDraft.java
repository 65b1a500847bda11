package dev.seaworthy.validate.defaulting;

import dev.seaworthy.manifest.Absent;
import dev.seaworthy.manifest.Mapping;
import dev.seaworthy.manifest.Node;
import dev.seaworthy.manifest.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A struct that fields are added to, so that one copy is made of it instead of one a field. */
final class StructDraft {

  private final Mapping original;
  private @Nullable List<Mapping.Entry> changed;

  StructDraft(Mapping original) {
    this.original = original;
  }

  Node get(String field) {
    if (changed == null) {
      return original.get(field);
    }
    int index = indexOf(changed, field);
    return index < 0 ? Absent.INSTANCE : changed.get(index).value();
  }

  void set(String field, Node value) {
    if (changed == null) {
      changed = new ArrayList<>(original.size() + 8);
      changed.addAll(original.entries());
    }
    int index = indexOf(changed, field);
    if (index < 0) {
      changed.add(new Mapping.Entry(field, Span.NONE, value));
    } else {
      changed.set(index, changed.get(index).with(value));
    }
  }

  void remove(String field) {
    if (get(field).isPresent()) {
      if (changed == null) {
        changed = new ArrayList<>(original.entries());
      }
      changed.remove(indexOf(changed, field));
    }
  }

  private static int indexOf(List<Mapping.Entry> entries, String field) {
    for (int i = 0; i < entries.size(); i++) {
      if (entries.get(i).key().equals(field)) {
        return i;
      }
    }
    return -1;
  }

  Mapping finish() {
    return changed == null ? original : original.holding(changed);
  }
}
