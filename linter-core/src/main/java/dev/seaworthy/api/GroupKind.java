package dev.seaworthy.api;

import org.jspecify.annotations.Nullable;

/** A kind, whatever its version. The core group is the empty text. */
public record GroupKind(String group, String kind) {

  public static GroupKind of(String group, String kind) {
    return new GroupKind(group, kind);
  }

  // Written out, because kinds are keys everywhere and the generated methods are slow to start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GroupKind that && kind.equals(that.kind) && group.equals(that.group);
  }

  @Override
  public int hashCode() {
    return group.hashCode() + kind.hashCode() * 31;
  }

  @Override
  public String toString() {
    return group.isEmpty() ? kind : kind + "." + group;
  }
}
