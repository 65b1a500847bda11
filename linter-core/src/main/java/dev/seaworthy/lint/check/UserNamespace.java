package dev.seaworthy.lint.check;

import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;

/** Pods with users of their own: root in them is nobody on the node. */
final class UserNamespace {

  /** Since then the admission plugin of Pod Security trusts them. */
  private static final int TRUSTED_SINCE = 35;

  private UserNamespace() {}

  /** Whether it does not matter who runs in the pods. */
  static boolean excuses(PodTemplate template, CheckContext context) {
    boolean own = !template.spec().get("hostUsers").booleanOr(true);
    return own && (!context.isPodSecurity() || context.release().minor() >= TRUSTED_SINCE);
  }
}
