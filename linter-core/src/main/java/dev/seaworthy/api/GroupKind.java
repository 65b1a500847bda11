package dev.seaworthy.api;

/** A kind, whatever its version. The core group is the empty text. */
public record GroupKind(String group, String kind) {

  public static GroupKind of(String group, String kind) {
    return new GroupKind(group, kind);
  }

  @Override
  public String toString() {
    return group.isEmpty() ? kind : kind + "." + group;
  }
}
