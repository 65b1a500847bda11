package dev.seaworthy.api;

import org.jspecify.annotations.Nullable;

/** A kind in one version of its group. The core group is the empty text. */
public record GroupVersionKind(String group, String version, String kind) {

  /** Reads {@code apiVersion} as {@code v1} or {@code apps/v1}. */
  public static GroupVersionKind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return slash < 0
        ? new GroupVersionKind("", apiVersion, kind)
        : new GroupVersionKind(
            apiVersion.substring(0, slash), apiVersion.substring(slash + 1), kind);
  }

  /** {@code v1} or {@code apps/v1}, as manifests write it. */
  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  public GroupKind groupKind() {
    return new GroupKind(group, kind);
  }

  /** Written out, because this is a key at start-up, when a record's own is slow to come up. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof GroupVersionKind gvk
        && kind.equals(gvk.kind)
        && version.equals(gvk.version)
        && group.equals(gvk.group);
  }

  @Override
  public int hashCode() {
    return (group.hashCode() * 31 + version.hashCode()) * 31 + kind.hashCode();
  }

  @Override
  public String toString() {
    return apiVersion() + " " + kind;
  }
}
