package dev.seaworthy.project.kustomize;

import dev.seaworthy.api.GroupVersionKind;
import dev.seaworthy.manifest.Node;

/** Kinds that a field specification of kustomize is for; each part may be {@code *} for any. */
record KindPattern(String group, String version, String kind) {

  private static final String ANY = "*";

  /** In whatever group and version. */
  static KindPattern of(String kind) {
    return new KindPattern(ANY, ANY, kind);
  }

  /** As {@code group}, {@code version} and {@code kind} of {@code written} say it. */
  static KindPattern in(Node written) {
    return new KindPattern(part(written, "group"), part(written, "version"), part(written, "kind"));
  }

  private static String part(Node written, String field) {
    String text = written.get(field).text();
    return text.isEmpty() ? ANY : text;
  }

  KindPattern ofGroup(String name) {
    return new KindPattern(name, version, kind);
  }

  boolean covers(GroupVersionKind gvk) {
    return isOrAny(kind, gvk.kind())
        && isOrAny(group, gvk.group())
        && isOrAny(version, gvk.version());
  }

  /** Whether it covers whatever {@code other} does. */
  boolean covers(KindPattern other) {
    return isOrAny(kind, other.kind)
        && isOrAny(group, other.group)
        && isOrAny(version, other.version);
  }

  private static boolean isOrAny(String pattern, String part) {
    return pattern.equals(ANY) || pattern.equals(part);
  }
}
