package dev.seaworthy.simulate.controller.statefulset;

import dev.seaworthy.simulate.object.StatefulSet;

/** The ordinals that a set wants pods for: from {@code first} on, before {@code end}. */
record OrdinalRange(int first, int end) {

  static OrdinalRange of(StatefulSet set) {
    return new OrdinalRange(set.firstOrdinal(), set.firstOrdinal() + set.replicas());
  }

  int size() {
    return end - first;
  }

  boolean contains(int ordinal) {
    return ordinal >= first && ordinal < end;
  }
}
