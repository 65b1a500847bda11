package dev.seaworthy.lint.check;

import dev.seaworthy.graph.PodTemplate;
import dev.seaworthy.lint.CheckContext;

/** Pods on Windows, where the settings of Linux mean nothing. */
final class WindowsPods {

  /** Since then the admission plugin of Pod Security leaves them out where it says so. */
  private static final int EXEMPT_SINCE = 25;

  private WindowsPods() {}

  /** Whether settings that only Linux has are not asked for; the plugin wants the pods to say it. */
  static boolean areExempt(PodTemplate template, CheckContext context) {
    return context.isPodSecurity()
        ? context.release().minor() >= EXEMPT_SINCE
            && template.spec().at("os", "name").text().equals("windows")
        : template.isForWindows();
  }
}
