package dev.seaworthy.lint;

import dev.seaworthy.api.Resource;
import dev.seaworthy.graph.InputObject;
import dev.seaworthy.graph.ObjectKey;
import dev.seaworthy.manifest.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The objects of an input, file by file. */
final class LintedObjects {

  private final List<InputObject> all = new ArrayList<>();
  private final IdentityHashMap<LintInput.File, List<InputObject>> byFile = new IdentityHashMap<>();
  private final Set<InputObject> rejected = new HashSet<>();
  private final List<ObjectKey> unreadable;

  private LintedObjects(List<ObjectKey> unreadable) {
    this.unreadable = unreadable;
  }

  static LintedObjects of(LintInput input) {
    LintedObjects objects = new LintedObjects(input.unreadable());
    input.files().forEach(objects::add);
    return objects;
  }

  private void add(LintInput.File file) {
    List<InputObject> ofFile = new ArrayList<>();
    for (LintInput.Item item : file.items()) {
      if (item.document().root() instanceof Mapping root && root.get("kind").isString()) {
        InputObject object = new InputObject(item.document().file(), new Resource(root));
        ofFile.add(object);
        if (item.verdict().map(verdict -> !verdict.accepted()).orElse(false)) {
          rejected.add(object);
        }
      }
    }
    byFile.put(file, ofFile);
    all.addAll(ofFile);
  }

  List<InputObject> all() {
    return all;
  }

  List<InputObject> of(LintInput.File file) {
    return byFile.getOrDefault(file, List.of());
  }

  List<ObjectKey> unreadable() {
    return unreadable;
  }

  /** Whether the API server refuses the object, so that it may have any form. */
  boolean isRejected(InputObject object) {
    return rejected.contains(object);
  }
}
