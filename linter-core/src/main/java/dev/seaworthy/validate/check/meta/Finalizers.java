package dev.seaworthy.validate.check.meta;

import java.util.Set;

/** Names of finalizers. */
public final class Finalizers {

  private static final Set<String> STANDARD = Set.of("kubernetes", "orphan", "foregroundDeletion");

  private Finalizers() {}

  /** Whether the name has a domain before it, or is one of Kubernetes' own, which need none. */
  public static boolean isQualified(String name) {
    return name.indexOf('/') >= 0 || STANDARD.contains(name);
  }
}
